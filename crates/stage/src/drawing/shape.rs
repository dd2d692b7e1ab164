//! The material of rectangles, neurons, edges and signals: one for each look.

use bevy::asset::embedded_asset;
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, ShaderType};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin, MeshMaterial2d};

use crate::pool::ShapeLooks;
use crate::shape::{ShapeLook, StageShape};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "shape.wgsl");
    app.add_plugins(Material2dPlugin::<ShapeMaterial>::default())
        .init_resource::<Materials>()
        .add_systems(PostUpdate, (keep_materials, give_materials).chain());
}

/// The data of a look for the shader; see `shape.wgsl`.
#[derive(Clone, Copy, Default, ShaderType)]
struct ShapeUniform {
    before: Vec4,
    before_pale: Vec4,
    after: Vec4,
    after_pale: Vec4,
    edge: Vec4,
    halo: Vec4,
    sweep: f32,
    edge_width: f32,
    radius: f32,
    rim: f32,
    halo_drop: f32,
    dash: f32,
    hatch_period: f32,
    opacity: f32,
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Default)]
struct ShapeMaterial {
    #[uniform(0)]
    uniform: ShapeUniform,
}

impl Material2d for ShapeMaterial {
    fn fragment_shader() -> ShaderRef {
        "embedded://stage/drawing/shape.wgsl".into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

impl From<&ShapeLook> for ShapeUniform {
    fn from(look: &ShapeLook) -> Self {
        let pale = |filling: &crate::shape::Filling| {
            if filling.hatched { filling.pale } else { filling.colour }
        };
        Self {
            before: look.before.colour.to_vec4(),
            before_pale: pale(&look.before).to_vec4(),
            after: look.after.colour.to_vec4(),
            after_pale: pale(&look.after).to_vec4(),
            edge: look.edge.to_vec4(),
            halo: look.halo.to_vec4(),
            sweep: look.sweep,
            edge_width: look.edge_width,
            radius: look.radius,
            rim: look.rim,
            halo_drop: look.halo_drop,
            dash: look.dash,
            hatch_period: look.hatch_period.max(1.0),
            opacity: look.opacity,
        }
    }
}

/// The square mesh of all shapes, and a material for each look.
#[derive(Resource, Default)]
struct Materials {
    square: Handle<Mesh>,
    of_look: Vec<(Handle<ShapeMaterial>, ShapeLook)>,
}

/// Makes a material for each new look, and updates the materials whose look has changed.
fn keep_materials(
    looks: Res<ShapeLooks>,
    mut kept: ResMut<Materials>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ShapeMaterial>>,
) {
    if !looks.is_changed() {
        return;
    }
    if kept.square == Handle::default() {
        kept.square = meshes.add(Rectangle::new(1.0, 1.0));
    }
    for (slot, look) in looks.0.iter().enumerate() {
        let uniform = ShapeUniform::from(look);
        match kept.of_look.get_mut(slot) {
            None => {
                let handle = materials.add(ShapeMaterial { uniform });
                kept.of_look.push((handle, *look));
            }
            Some((handle, known)) if known != look => {
                *known = *look;
                if let Some(mut material) = materials.get_mut(&*handle) {
                    material.uniform = uniform;
                }
            }
            Some(_) => {}
        }
    }
}

fn give_materials(
    mut commands: Commands,
    kept: Res<Materials>,
    changed: Query<
        (Entity, &StageShape, Option<&MeshMaterial2d<ShapeMaterial>>),
        Changed<StageShape>,
    >,
) {
    for (entity, shape, has) in &changed {
        let Some((_, slot)) = shape.0 else { continue };
        let Some((material, _)) = kept.of_look.get(slot) else { continue };
        if has.is_none() {
            commands.entity(entity).insert(Mesh2d(kept.square.clone()));
        }
        if has.is_none_or(|has| has.0 != *material) {
            commands.entity(entity).insert(MeshMaterial2d(material.clone()));
        }
    }
}
