//! Drawing: cameras, and the material that barcodes are drawn with. Absent where nothing is drawn.

use bevy::asset::embedded_asset;
use bevy::camera::RenderTarget;
use bevy::camera::visibility::RenderLayers;
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, ShaderType};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin, MeshMaterial2d};
use bevy_egui::PrimaryEguiContext;

use super::barcode::{BarcodeLook, StageBarcode};
use super::{FLIGHT_LAYER, GROUND_LAYER};
use crate::command::OpenPanel;
use crate::compose::LayoutCamera;
use crate::look::Look;
use crate::scene::Role;

/// The picture that is drawn on in place of a window.
#[derive(Resource, Clone)]
pub struct Canvas(pub Handle<Image>);

/// The camera of what flies above the overlay's plots.
#[derive(Component)]
struct FlightCamera;

/// Draws the stage of an exhibit.
pub struct DrawingPlugin;

impl Plugin for DrawingPlugin {
    fn build(&self, app: &mut App) {
        embedded_asset!(app, "barcode.wgsl");
        app.add_plugins(Material2dPlugin::<BarcodeMaterial>::default())
            .add_systems(Startup, spawn_cameras)
            .add_systems(
                PostUpdate,
                (give_materials, (ink_barcodes, colour_ground, show_flight)).chain(),
            );
    }
}

/// Both cameras draw one picture: the second over what the first and the overlay have drawn.
fn spawn_cameras(mut commands: Commands, look: Res<Look>, canvas: Option<Res<Canvas>>) {
    let target = canvas.map_or_else(RenderTarget::default, |canvas| canvas.0.clone().into());
    commands.spawn((
        target.clone(),
        Camera2d,
        Camera { clear_color: ClearColorConfig::Custom(look.theme.ground.into()), ..default() },
        RenderLayers::layer(GROUND_LAYER),
        // Edges are smoothed by the shaders and by egui, each in its own way.
        Msaa::Off,
        PrimaryEguiContext,
        LayoutCamera,
    ));
    commands.spawn((
        target,
        Camera2d,
        Camera { order: 1, clear_color: ClearColorConfig::None, is_active: false, ..default() },
        RenderLayers::layer(FLIGHT_LAYER),
        Msaa::Off,
        FlightCamera,
    ));
}

fn colour_ground(look: Res<Look>, mut cameras: Query<&mut Camera, With<LayoutCamera>>) {
    if look.is_changed() {
        for mut camera in &mut cameras {
            camera.clear_color = ClearColorConfig::Custom(look.theme.ground.into());
        }
    }
}

/// The second camera draws only while something flies and no page lies over the chapter.
fn show_flight(
    panel: Res<OpenPanel>,
    barcodes: Query<(&StageBarcode, &Visibility)>,
    mut cameras: Query<&mut Camera, With<FlightCamera>>,
) {
    let flies = barcodes
        .iter()
        .any(|(barcode, &visible)| barcode.0 == Role::Flight && visible == Visibility::Visible);
    let active = flies && panel.0.is_none();
    for mut camera in &mut cameras {
        if camera.is_active != active {
            camera.is_active = active;
        }
    }
}

/// What the shader is told of a barcode; see `barcode.wgsl`.
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
        "embedded://learning_machine/stage/barcode.wgsl".into()
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
