//! The parts of projector mode over the picture: the cover, and the spotlight.

pub mod notes;

use egui::epaint::Mesh;
use egui::{Color32, Event, Id, LayerId, MouseWheelUnit, Order, Pos2, Sense, Shape, Ui, Vec2};

use super::view::View;
use exhibit::command::Command;
use exhibit::projector::{Cover, ProjectorCommand};

/// The darkness outside the spotlight, 0 to 255.
const DARKNESS: u8 = 205;
/// Width of the spotlight's soft edge, as a part of its radius.
const SOFT_EDGE: f32 = 0.06;
/// Corners of the spotlight's disc.
const CORNERS: u32 = 96;
/// The factor by which a notch of the wheel changes the spotlight's radius.
const NOTCH: f32 = 1.08;
/// The largest number of notches that counts in one frame.
const NOTCHES: f32 = 50.0;
/// How many points of a smooth wheel or a touchpad make a notch.
const POINTS_OF_NOTCH: f32 = 50.0;

/// Covers the whole picture. A touch uncovers it and does nothing else.
pub fn cover(ui: &mut Ui, cover: Cover, commands: &mut Vec<Command>) {
    let screen = ui.max_rect();
    let ink = match cover {
        Cover::Black => Color32::BLACK,
        Cover::White => Color32::WHITE,
    };
    ui.painter().rect_filled(screen, 0.0, ink);
    let touched = ui.interact(screen, ui.id().with("cover"), Sense::click());
    if touched.clicked() {
        commands.push(Command::Project(ProjectorCommand::Cover(None)));
    }
}

/// Dims everything outside a disc around the pointer, or around the last touch of a finger.
pub fn spotlight(ui: &Ui, view: &View<'_>, radius: f32, commands: &mut Vec<Command>) {
    let screen = ui.max_rect();
    let memory = Id::new("spotlight");
    // Remember the pointer's place, because a lifted finger leaves none.
    let last: Option<Pos2> = ui.data(|data| data.get_temp(memory));
    let at = ui.input(|input| input.pointer.latest_pos());
    let centre = at.or(last).unwrap_or(screen.center());
    ui.data_mut(|data| data.insert_temp(memory, centre));
    let larger = ui.input(|input| {
        let notches = input.events.iter().map(|event| match event {
            Event::MouseWheel { unit: MouseWheelUnit::Point, delta, .. } => {
                delta.y / POINTS_OF_NOTCH
            }
            Event::MouseWheel { delta, .. } => delta.y,
            _ => 0.0,
        });
        let turned = NOTCH.powf(notches.sum::<f32>().clamp(-NOTCHES, NOTCHES));
        turned * input.multi_touch().map_or(1.0, |touch| touch.zoom_delta)
    });
    // Two fingers at the same point have no distance, so the zoom may be infinite.
    if larger != 1.0 && larger.is_finite() {
        commands.push(Command::Project(ProjectorCommand::Spotlight(Some(radius * larger))));
    }
    let radius = radius * view.layout.size.y;
    let far = screen.width() + screen.height();
    let dark = Color32::from_black_alpha(DARKNESS);
    let rings =
        [(radius * (1.0 - SOFT_EDGE), Color32::TRANSPARENT), (radius, dark), (radius + far, dark)];
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, memory));
    painter.add(Shape::mesh(disc(centre, rings)));
}

/// Returns rings around a point. The colour changes smoothly from each radius to the next.
fn disc(centre: Pos2, rings: [(f32, Color32); 3]) -> Mesh {
    let mut mesh = Mesh::default();
    for corner in 0..=CORNERS {
        let angle = std::f32::consts::TAU * corner as f32 / CORNERS as f32;
        for (radius, ink) in rings {
            mesh.colored_vertex(centre + radius * Vec2::angled(angle), ink);
        }
        if corner > 0 {
            let here = 3 * corner;
            for ring in 0..2 {
                let (a, b) = (here + ring - 3, here + ring);
                mesh.add_triangle(a, b, a + 1);
                mesh.add_triangle(b, b + 1, a + 1);
            }
        }
    }
    mesh
}
