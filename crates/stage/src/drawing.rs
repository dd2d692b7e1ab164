//! Drawing: the cameras, and the materials of things. An exhibit that draws nothing leaves it out.

mod barcode;
mod shape;

use bevy::camera::RenderTarget;
use bevy::camera::visibility::RenderLayers;
use bevy::prelude::*;

use super::{FLIGHT_LAYER, GROUND_LAYER, StageSystems};
use content::look::Look;
use exhibit::projector::Projector;
use exhibit::scene::{Role, Scene};
use exhibit::visitor::OpenPanel;

/// The picture that replaces the window as the target of the drawing.
#[derive(Resource, Clone)]
pub struct Canvas(pub Handle<Image>);

/// Marks the camera whose target decides the layout.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct LayoutCamera;

/// Marks the camera for things that fly above the overlay's plots.
#[derive(Component)]
struct FlightCamera;

/// Draws the stage of an exhibit.
pub struct DrawingPlugin;

impl Plugin for DrawingPlugin {
    fn build(&self, app: &mut App) {
        app.add_plugins((barcode::plugin, shape::plugin))
            .add_systems(Startup, spawn_cameras)
            .add_systems(
                Update,
                (colour_ground.run_if(is_live), show_flight).chain().after(StageSystems),
            );
    }
}

/// Spawns two cameras for one picture. The second draws over the first and the overlay.
fn spawn_cameras(mut commands: Commands, look: Res<Look>, canvas: Option<Res<Canvas>>) {
    let target = canvas.map_or_else(RenderTarget::default, |canvas| canvas.0.clone().into());
    commands.spawn((
        target.clone(),
        Camera2d,
        Camera { clear_color: ClearColorConfig::Custom(look.theme.ground.into()), ..default() },
        RenderLayers::layer(GROUND_LAYER),
        // The shaders and egui smooth the edges themselves.
        Msaa::Off,
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

/// Whether the picture is live. A frozen picture keeps its colour.
fn is_live(projector: Res<Projector>) -> bool {
    !projector.frozen
}

fn colour_ground(look: Res<Look>, mut cameras: Query<&mut Camera, With<LayoutCamera>>) {
    if look.is_changed() {
        for mut camera in &mut cameras {
            camera.clear_color = ClearColorConfig::Custom(look.theme.ground.into());
        }
    }
}

/// Turns the second camera on only while something flies and no page lies over the chapter.
fn show_flight(
    panel: Res<OpenPanel>,
    projector: Res<Projector>,
    scene: Res<Scene>,
    mut cameras: Query<&mut Camera, With<FlightCamera>>,
) {
    let barcodes = scene.specimens().map(|specimen| specimen.role);
    let mut roles = barcodes.chain(scene.sets().map(|set| set.role));
    // A frozen picture does not show a page that the teacher has opened.
    let page_is_open = panel.0.is_some() && !projector.frozen;
    let is_seen = projector.cover.is_none() && !page_is_open;
    let active = is_seen && roles.any(|role| role == Role::Flight);
    for mut camera in &mut cameras {
        if camera.is_active != active {
            camera.is_active = active;
        }
    }
}
