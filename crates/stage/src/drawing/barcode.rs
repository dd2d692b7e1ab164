//! The material of barcodes.

use bevy::asset::embedded_asset;
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, ShaderType};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin, MeshMaterial2d};

use crate::barcode::{BarcodeLook, StageBarcode};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "barcode.wgsl");
    app.add_plugins(Material2dPlugin::<BarcodeMaterial>::default())
        .add_systems(PostUpdate, (give_materials, ink_barcodes).chain());
}

/// The data of a barcode for the shader; see `barcode.wgsl`.
#[derive(Clone, Copy, Default, ShaderType)]
struct BarcodeUniform {
    stripes: UVec4,
    card: Vec4,
    before: Vec4,
    after: Vec4,
    uncounted: Vec4,
    card_size: Vec2,
    lit: Vec2,
    rim: f32,
    stripe_count: f32,
    sweep: f32,
    counted: f32,
    shadow: f32,
    opacity: f32,
    hatch_period: f32,
    hatched_before: f32,
    hatched_after: f32,
    padding_a: f32,
    padding_b: f32,
    padding_c: f32,
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Default)]
struct BarcodeMaterial {
    #[uniform(0)]
    uniform: BarcodeUniform,
}

impl Material2d for BarcodeMaterial {
    fn fragment_shader() -> ShaderRef {
        "embedded://stage/drawing/barcode.wgsl".into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

fn give_materials(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<BarcodeMaterial>>,
    bare: Query<Entity, (With<StageBarcode>, Without<Mesh2d>)>,
) {
    if bare.is_empty() {
        return;
    }
    let quad = meshes.add(Rectangle::new(1.0, 1.0));
    for entity in &bare {
        let material = materials.add(BarcodeMaterial::default());
        commands.entity(entity).insert((Mesh2d(quad.clone()), MeshMaterial2d(material)));
    }
}

fn ink_barcodes(
    mut materials: ResMut<Assets<BarcodeMaterial>>,
    changed: Query<
        (&BarcodeLook, &MeshMaterial2d<BarcodeMaterial>),
        Or<(Changed<BarcodeLook>, Added<MeshMaterial2d<BarcodeMaterial>>)>,
    >,
) {
    for (look, material) in &changed {
        if let Some(mut material) = materials.get_mut(material) {
            material.uniform = BarcodeUniform::from(look);
        }
    }
}

impl From<&BarcodeLook> for BarcodeUniform {
    fn from(look: &BarcodeLook) -> Self {
        Self {
            stripes: look.stripes.into(),
            card: look.card.to_vec4(),
            before: look.before.colour.to_vec4(),
            after: look.after.colour.to_vec4(),
            uncounted: look.uncounted.to_vec4(),
            card_size: look.card_size,
            lit: look.lit,
            rim: look.rim,
            stripe_count: look.length,
            sweep: look.sweep,
            counted: look.counted,
            shadow: look.shadow,
            opacity: look.opacity,
            hatch_period: look.hatch_period.max(1.0),
            hatched_before: f32::from(u8::from(look.before.hatched)),
            hatched_after: f32::from(u8::from(look.after.hatched)),
            ..default()
        }
    }
}
