//! Barcodes: one entity for each role. A system moves and inks them to match the scene.

use bevy::camera::visibility::RenderLayers;
use bevy::color::Mix;
use bevy::prelude::*;

use super::{FLIGHT_LAYER, GROUND_LAYER};
use crate::StageSystems;
use crate::shape::StageShape;
use content::look::Look;
use exhibit::layout::Layout;
use exhibit::layout::flight::{Pose, arc, slide};
use exhibit::layout::spot::place;
use exhibit::scene::{Ink, Role, Scene, Specimen, Spot};

/// The role of one of the stage's barcodes.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageBarcode(pub Role);

/// The look of a barcode: everything about it except its place.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq)]
pub struct BarcodeLook {
    /// Stripe `i` is bit `i % 32` of word `i / 32`; black is 1.
    pub stripes: [u32; 4],
    /// The number of stripes.
    pub length: f32,
    /// Width and height of its card, in points.
    pub card_size: Vec2,
    /// Width of the rim around the card, in points. The shadow falls into the rim.
    pub rim: f32,
    /// Colour of the card.
    pub card: LinearRgba,
    /// Colour and pattern right of the sweep.
    pub before: BarcodeInk,
    /// Colour and pattern left of the sweep.
    pub after: BarcodeInk,
    /// The position of the sweep, in stripes.
    pub sweep: f32,
    /// Colour of the bars that are not counted yet.
    pub uncounted: LinearRgba,
    /// The stripe up to which bars are counted.
    pub counted: f32,
    /// First stripe of the bar being counted, and the stripe after its last; equal if no bar is being
    /// counted.
    pub lit: Vec2,
    /// Strength of the shadow, 0 to 1.
    pub shadow: f32,
    /// Opacity: 1 is solid, 0 is invisible.
    pub opacity: f32,
    /// Period of the hatching, in points.
    pub hatch_period: f32,
}

/// The ink of bars.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BarcodeInk {
    /// Its colour.
    pub colour: LinearRgba,
    /// Whether it is hatched: class true is, class false is solid.
    pub hatched: bool,
}

/// Spawns the barcodes and moves them.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, spawn).add_systems(Update, pose.in_set(StageSystems));
}

fn spawn(mut commands: Commands) {
    for role in Role::ALL {
        let layer = if role == Role::Flight { FLIGHT_LAYER } else { GROUND_LAYER };
        commands.spawn((
            StageBarcode(role),
            BarcodeLook::default(),
            Transform::default(),
            Visibility::Hidden,
            RenderLayers::layer(layer),
        ));
    }
}

fn pose(
    scene: Res<Scene>,
    layout: Res<Layout>,
    look: Res<Look>,
    mut barcodes: Query<
        (&StageBarcode, &mut BarcodeLook, &mut Transform, &mut Visibility),
        Without<StageShape>,
    >,
) {
    if !(scene.is_changed() || layout.is_changed() || look.is_changed()) {
        return;
    }
    for (&StageBarcode(role), mut shown, mut transform, mut visibility) in &mut barcodes {
        let specimen = scene.specimens().find(|specimen| specimen.role == role);
        let is_seen = |specimen: &&Specimen| specimen.opacity > 0.0 || leaves(specimen);
        let Some(specimen) = specimen.filter(is_seen) else {
            // Reset invisible barcodes too, so that nothing of an earlier moment remains.
            visibility.set_if_neq(Visibility::Hidden);
            shown.set_if_neq(BarcodeLook::default());
            transform.set_if_neq(Transform::default());
            continue;
        };
        let pose = pose_of(specimen, &scene, &layout);
        let rim = 0.16 * pose.size.min_element();
        let order = Role::ALL.iter().position(|&other| other == role).unwrap_or_default();
        visibility.set_if_neq(Visibility::Visible);
        shown.set_if_neq(look_of(specimen, pose.size, rim, &look, &layout));
        transform.set_if_neq(Transform {
            translation: layout.on_stage(pose.centre).extend(order as f32),
            rotation: Quat::from_rotation_z(-pose.lean),
            scale: (pose.size + 2.0 * rim).extend(1.0),
        });
    }
}

fn pose_of(specimen: &Specimen, scene: &Scene, layout: &Layout) -> Pose {
    let from = place(specimen.from, scene, layout);
    let to = place(specimen.to, scene, layout);
    match specimen.to {
        Spot::Bin { .. } => arc(from, to, specimen.progress),
        _ => slide(from, to, specimen.progress),
    }
}

/// Whether a specimen makes room for the next one. Its card stays and only its print fades, so the
/// place of the card never becomes dark and light again.
fn leaves(specimen: &Specimen) -> bool {
    specimen.role == Role::Current && specimen.opacity < 1.0
}

/// Returns the strength of the print on a card. A card that comes in is blank while it is fast, because
/// fast stripes would flicker.
fn print(specimen: &Specimen) -> f32 {
    match specimen.role {
        Role::Current => specimen.opacity,
        Role::Next => specimen.progress.powi(6),
        Role::Flight | Role::Example(_) => 1.0,
    }
}

fn look_of(specimen: &Specimen, size: Vec2, rim: f32, look: &Look, layout: &Layout) -> BarcodeLook {
    let code = specimen.code;
    let length = code.length() as f32;
    let mut stripes = [0; 4];
    for bar in code.bars() {
        for stripe in bar.start..bar.start + bar.width {
            stripes[stripe / 32] |= 1 << (stripe % 32);
        }
    }
    let (counted, lit) = counting(specimen);
    let printed = |ink| -> LinearRgba { look.theme.card.mix(&ink, print(specimen)).into() };
    let ink = |ink| match ink {
        Ink::Unknown => BarcodeInk { colour: printed(look.theme.ink), hatched: false },
        Ink::Boundary => BarcodeInk { colour: printed(look.theme.boundary), hatched: false },
        Ink::Class(label) => {
            BarcodeInk { colour: printed(look.class_on_card(label)), hatched: label }
        }
    };
    BarcodeLook {
        stripes,
        length,
        card_size: size,
        rim,
        card: look.theme.card.into(),
        before: ink(specimen.inking.before),
        after: ink(specimen.inking.after),
        sweep: specimen.inking.sweep * length,
        uncounted: printed(look.theme.unknown),
        counted,
        lit,
        shadow: look.theme.shadow,
        opacity: if leaves(specimen) { 1.0 } else { specimen.opacity },
        hatch_period: 11.0 * layout.unit,
    }
}

/// Returns the stripe up to which bars are counted, and the stripes of the bar being counted now.
fn counting(specimen: &Specimen) -> (f32, Vec2) {
    let length = specimen.code.length() as f32;
    let Some(counted) = specimen.counted else {
        return (length, Vec2::ZERO);
    };
    let whole = counted.max(0.0) as usize;
    // The bar counted last stays lit until the next is counted.
    let last = whole.checked_sub(1).and_then(|index| specimen.code.bars().nth(index));
    let more = whole < specimen.code.count_bars() as usize;
    match last {
        None => (0.0, Vec2::ZERO),
        Some(_) if !more => (length, Vec2::ZERO),
        Some(bar) => {
            let (start, end) = (bar.start as f32, (bar.start + bar.width) as f32);
            (end, Vec2::new(start, end))
        }
    }
}
