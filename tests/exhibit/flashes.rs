//! Nothing flashes. The test plays every chapter and looks at its large areas in every frame. It counts
//! how often their luminance rises and falls, as WCAG 2.2 does (2.3.1).

use std::collections::VecDeque;

use bevy::camera::visibility::RenderLayers;
use bevy::color::{LinearRgba, Luminance};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy_egui::EguiRenderOutput;
use bevy_egui::egui::epaint::Primitive;
use bevy_egui::egui::{self, Color32};
use content::look::Look;
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::playback::{PlaybackCommand, SPEEDS};
use exhibit::settings::Setting;
use learning::Playhead;
use stage::FLIGHT_LAYER;
use stage::barcode::{BarcodeInk, BarcodeLook, StageBarcode};
use stage::pool::ShapeLooks;
use stage::shape::{Filling, StageShape};

use crate::driver::*;

/// The distance between the points of the picture that the test looks at.
const CELL: f32 = 10.0;
const COLUMNS: usize = 192;
const ROWS: usize = 108;
const FRAMES_A_SECOND: usize = 30;
/// The smallest change of relative luminance that counts, and the limit below which the darker side
/// must be.
const CHANGE: f32 = 0.1;
const DARK: f32 = 0.8;
/// The largest number of flashes in a second. A flash is a pair of opposing changes.
const MOST: usize = 2;
/// The largest area that may flash: a quarter of 341 × 256 pixels of 1024 × 768. A smaller area is too
/// small to matter.
const LARGE: usize = (0.25 * 341.0 * 256.0 / (1024.0 * 768.0) * (COLUMNS * ROWS) as f32) as usize;

/// The history of one point of the picture.
#[derive(Clone, Default)]
struct Point {
    extreme: f32,
    rises: Option<bool>,
    changes: VecDeque<usize>,
}

impl Point {
    /// Adds a luminance. Returns the number of flashes in the last second.
    fn see(&mut self, frame: usize, luminance: f32) -> usize {
        let change = luminance - self.extreme;
        match self.rises {
            // The luminance changes further in the same direction.
            Some(true) if change > 0.0 => self.extreme = luminance,
            Some(false) if change < 0.0 => self.extreme = luminance,
            _ if change.abs() >= CHANGE && luminance.min(self.extreme) < DARK => {
                self.rises = Some(change > 0.0);
                self.extreme = luminance;
                self.changes.push_back(frame);
            }
            None if frame == 0 => self.extreme = luminance,
            _ => {}
        }
        while self.changes.front().is_some_and(|&first| first + FRAMES_A_SECOND <= frame) {
            self.changes.pop_front();
        }
        self.changes.len() / 2
    }
}

/// All points of the picture, row by row.
struct Watched {
    points: Vec<Point>,
    frame: usize,
    /// The largest number of points that flashed too often at the same time.
    worst: usize,
}

impl Watched {
    fn new() -> Self {
        Self { points: vec![Point::default(); COLUMNS * ROWS], frame: 0, worst: 0 }
    }

    /// Adds a picture: a luminance for each point.
    fn see(&mut self, picture: &[f32]) {
        let frame = self.frame;
        let too_often = self
            .points
            .iter_mut()
            .zip(picture)
            .filter_map(|(point, &luminance)| (point.see(frame, luminance) > MOST).then_some(()))
            .count();
        self.worst = self.worst.max(too_often);
        self.frame += 1;
    }
}

/// Returns the middle of a cell on the screen, from the top left corner.
fn middle(cell: usize) -> Vec2 {
    CELL * Vec2::new((cell % COLUMNS) as f32 + 0.5, (cell / COLUMNS) as f32 + 0.5)
}

/// Returns the cells within a rectangle.
fn cells(least: Vec2, greatest: Vec2) -> impl Iterator<Item = usize> {
    let from = (least / CELL).floor().max(Vec2::ZERO);
    let to = (greatest / CELL).ceil().min(Vec2::new(COLUMNS as f32, ROWS as f32));
    let (columns, rows) =
        (from.x as usize..to.x.max(0.0) as usize, from.y as usize..to.y.max(0.0) as usize);
    rows.flat_map(move |row| columns.clone().map(move |column| row * COLUMNS + column))
}

fn lay(under: &mut f32, luminance: f32, opacity: f32) {
    *under += (luminance - *under) * opacity.clamp(0.0, 1.0);
}

/// Returns the luminance of the large areas of the picture.
fn picture(app: &mut App) -> Vec<f32> {
    let ground = LinearRgba::from(app.world().resource::<Look>().theme.ground).luminance();
    let mut seen = vec![ground; COLUMNS * ROWS];
    stage_of(app, &mut seen, false);
    overlay(app, &mut seen);
    stage_of(app, &mut seen, true);
    seen
}

fn stage_of(app: &mut App, seen: &mut [f32], flying: bool) {
    let half = Vec2::new(960.0, 540.0);
    let place = |transform: &Transform| {
        let centre = Vec2::new(transform.translation.x, -transform.translation.y) + half;
        (centre, 0.5 * transform.scale.truncate())
    };
    let is_in =
        |layers: &RenderLayers| layers.intersects(&RenderLayers::layer(FLIGHT_LAYER)) == flying;
    let mut barcodes = app.world_mut().query_filtered::<(&BarcodeLook, &Transform, &Visibility, &RenderLayers), With<StageBarcode>>();
    for (look, transform, visibility, layers) in barcodes.iter(app.world()) {
        if visibility == Visibility::Hidden || !is_in(layers) {
            continue;
        }
        let (centre, half) = place(transform);
        let half = half - look.rim;
        for cell in cells(centre - half, centre + half) {
            let part = (middle(cell) - centre) / (2.0 * half) + 0.5;
            lay(&mut seen[cell], barcode(look, part.x), look.opacity);
        }
    }
    let looks = app.world().resource::<ShapeLooks>().clone();
    let mut shapes =
        app.world_mut().query::<(&StageShape, &Transform, &Visibility, &RenderLayers)>();
    let mut all: Vec<_> = shapes.iter(app.world()).collect();
    all.sort_by(|one, other| one.1.translation.z.total_cmp(&other.1.translation.z));
    for (shape, transform, visibility, layers) in all {
        let Some((_, look)) = shape.0 else { continue };
        if visibility == Visibility::Hidden || !is_in(layers) {
            continue;
        }
        let look = &looks.0[look];
        let (centre, half) = place(transform);
        let half = half - look.rim;
        for cell in cells(centre - half, centre + half) {
            let part = (middle(cell) - centre) / (2.0 * half) + 0.5;
            let filling = if part.x < look.sweep { look.after } else { look.before };
            let (luminance, alpha) = filled(filling);
            lay(&mut seen[cell], luminance, look.opacity * alpha);
        }
    }
}

fn barcode(look: &BarcodeLook, across: f32) -> f32 {
    let stripe = (across * look.length).clamp(0.0, (look.length - 1.0).max(0.0));
    let index = stripe as usize;
    let card = look.card.luminance();
    if look.stripes[index / 32] >> (index % 32) & 1 == 0 {
        return card;
    }
    if stripe >= look.counted {
        return look.uncounted.luminance();
    }
    let BarcodeInk { colour, hatched } = if stripe < look.sweep { look.after } else { look.before };
    if hatched { 0.5 * (colour.luminance() + card) } else { colour.luminance() }
}

fn filled(Filling { colour, pale, hatched }: Filling) -> (f32, f32) {
    if hatched {
        (0.5 * (colour.luminance() + pale.luminance()), 0.5 * (colour.alpha + pale.alpha))
    } else {
        (colour.luminance(), colour.alpha)
    }
}

/// Adds the areas that the overlay fills: triangles of one colour, large enough to be seen from far away.
fn overlay(app: &mut App, seen: &mut [f32]) {
    let mut outputs = app.world_mut().query::<&EguiRenderOutput>();
    for job in &outputs.single(app.world()).unwrap().paint_jobs {
        let Primitive::Mesh(mesh) = &job.primitive else { continue };
        let clip = job.clip_rect;
        for corners in mesh.indices.chunks_exact(3) {
            let [a, b, c] = [0, 1, 2].map(|corner| &mesh.vertices[corners[corner] as usize]);
            let cross =
                (b.pos - a.pos).x * (c.pos - a.pos).y - (b.pos - a.pos).y * (c.pos - a.pos).x;
            // Skip letters. They have their own places in the texture.
            if cross.abs() < 4.0 * CELL * CELL || a.uv != b.uv || b.uv != c.uv {
                continue;
            }
            let (luminance, alpha) = ink(a.color);
            let box_of = egui::Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
            let (least, greatest) =
                (Vec2::new(box_of.min.x, box_of.min.y), Vec2::new(box_of.max.x, box_of.max.y));
            for cell in cells(least, greatest) {
                let at = middle(cell);
                let at = egui::pos2(at.x, at.y);
                let side = |from: egui::Pos2, to: egui::Pos2| {
                    ((to - from).x * (at - from).y - (to - from).y * (at - from).x) * cross.signum()
                };
                let inside = side(a.pos, b.pos) >= 0.0
                    && side(b.pos, c.pos) >= 0.0
                    && side(c.pos, a.pos) >= 0.0;
                if inside && clip.contains(at) {
                    lay(&mut seen[cell], luminance, alpha);
                }
            }
        }
    }
}

fn ink(colour: Color32) -> (f32, f32) {
    let [red, green, blue, alpha] = colour.to_srgba_unmultiplied();
    (LinearRgba::from(Srgba::rgb_u8(red, green, blue)).luminance(), f32::from(alpha) / 255.0)
}

/// Plays from a step on. Returns the largest number of points that flashed too often at the same time.
fn played(app: &mut App, from: usize, speed: usize, seconds: usize) -> usize {
    seek(app, Playhead::at(from));
    ask(app, Command::Playback(PlaybackCommand::Pause));
    for _ in 0..SPEEDS.len() {
        ask(app, Command::Playback(PlaybackCommand::Slower));
    }
    for _ in 0..speed {
        ask(app, Command::Playback(PlaybackCommand::Faster));
    }
    ask(app, Command::Playback(PlaybackCommand::Play));
    let frame = std::time::Duration::from_secs_f64(1.0 / FRAMES_A_SECOND as f64);
    app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
    let mut watched = Watched::new();
    for _ in 0..seconds * FRAMES_A_SECOND {
        app.update();
        watched.see(&picture(app));
    }
    app.insert_resource(TimeUpdateStrategy::ManualDuration(std::time::Duration::ZERO));
    watched.worst
}

#[test]
fn nothing_large_flashes_more_than_twice_a_second() {
    let mut found = Vec::new();
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let mut app = exhibit(index);
        // The dark theme has the stronger contrasts: its cards are light on a dark ground.
        ask(&mut app, Command::Set(Setting::Theme("night".to_owned())));
        let phases = step(&app).timeline().phases();
        let middle = step(&app).timeline().last() / 2 / phases * phases;
        for speed in [2, 3, 4, 6] {
            for from in [0, middle] {
                let worst = played(&mut app, from, speed, 3);
                if worst > LARGE {
                    found.push(format!(
                        "{} from {from} at ×{}: {worst}",
                        chapter.id(),
                        SPEEDS[speed]
                    ));
                }
            }
        }
    }
    assert!(found.is_empty(), "of {LARGE} points: {found:#?}");
}

/// The test finds flashes, and accepts changes at the allowed rate.
#[test]
fn flashes_are_counted() {
    let worst = |frames_between: usize| {
        let mut watched = Watched::new();
        for frame in 0..4 * FRAMES_A_SECOND {
            let light = (frame / frames_between) % 2 == 1;
            watched.see(&vec![if light { 0.9 } else { 0.1 }; COLUMNS * ROWS]);
        }
        watched.worst
    };
    assert_eq!(worst(5), COLUMNS * ROWS, "three flashes a second");
    assert_eq!(worst(8), 0, "less than two flashes a second");
}
