//! The icons of the controls. They are drawn and do not come from a font.

use egui::epaint::PathShape;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

/// The icon of a round button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Goes to the start.
    First,
    /// Goes one sample back.
    SampleBack,
    /// Goes one phase back.
    Back,
    /// Plays.
    Play,
    /// Plays backward.
    PlayBackward,
    /// Pauses.
    Pause,
    /// Goes one phase forward.
    Forward,
    /// Goes one sample forward.
    SampleForward,
    /// Goes to the end.
    Last,
    /// Less.
    Minus,
    /// More.
    Plus,
    /// Goes to the previous one in a row.
    Previous,
    /// Goes to the next one in a row.
    Next,
    /// Shows all chapters.
    Menu,
    /// Time passes forward; a press turns it backward.
    DirectionForward,
    /// Time passes backward; a press turns it forward.
    DirectionBackward,
    /// Closes a page.
    Close,
    /// Lays one run over another.
    Compare,
    /// A moment is shared: an arrow out of a box.
    Share,
    /// Goes back to the start.
    Home,
    /// Deletes the last digit.
    Erase,
    /// Takes back the last answer.
    Undo,
    /// Starts over.
    Again,
}

/// Draws an icon within a square.
pub fn paint(painter: &Painter, icon: Icon, square: Rect, ink: Color32) {
    let side = square.width();
    let centre = square.center();
    let at = |x: f32, y: f32| pos2(centre.x + x * side, centre.y + y * side);
    let stroke = Stroke::new((0.11 * side).max(1.5), ink);
    let triangle = |x: f32, half: f32, direction: f32| {
        let tip = at(x + direction * 0.8 * half, 0.0);
        let base = x - direction * 0.8 * half;
        filled(vec![tip, at(base, half), at(base, -half)], ink)
    };
    let bar = |x: f32, half: f32| {
        Shape::rect_filled(
            Rect::from_center_size(at(x, 0.0), Vec2::new(0.13 * side, 2.0 * half * side)),
            0.03 * side,
            ink,
        )
    };
    let line = |points: &[(f32, f32)]| {
        Shape::line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke)
    };
    match icon {
        Icon::Play => painter.add(triangle(0.05, 0.42, 1.0)),
        Icon::PlayBackward => painter.add(triangle(-0.05, 0.42, -1.0)),
        Icon::Pause => painter.add(Shape::Vec(vec![bar(-0.19, 0.38), bar(0.19, 0.38)])),
        Icon::Forward => painter.add(triangle(0.03, 0.34, 1.0)),
        Icon::Back => painter.add(triangle(-0.03, 0.34, -1.0)),
        Icon::SampleForward => {
            painter.add(Shape::Vec(vec![triangle(-0.2, 0.3, 1.0), triangle(0.24, 0.3, 1.0)]))
        }
        Icon::SampleBack => {
            painter.add(Shape::Vec(vec![triangle(0.2, 0.3, -1.0), triangle(-0.24, 0.3, -1.0)]))
        }
        Icon::Last => painter.add(Shape::Vec(vec![triangle(-0.08, 0.34, 1.0), bar(0.3, 0.34)])),
        Icon::First => painter.add(Shape::Vec(vec![triangle(0.08, 0.34, -1.0), bar(-0.3, 0.34)])),
        Icon::Minus => painter.add(line(&[(-0.34, 0.0), (0.34, 0.0)])),
        Icon::Plus => painter.add(Shape::Vec(vec![
            line(&[(-0.34, 0.0), (0.34, 0.0)]),
            line(&[(0.0, -0.34), (0.0, 0.34)]),
        ])),
        Icon::Next => painter.add(line(&[(-0.13, -0.33), (0.19, 0.0), (-0.13, 0.33)])),
        Icon::Previous => painter.add(line(&[(0.13, -0.33), (-0.19, 0.0), (0.13, 0.33)])),
        Icon::Menu => painter
            .add(Shape::Vec([-0.27, 0.0, 0.27].map(|y| line(&[(-0.36, y), (0.36, y)])).into())),
        Icon::DirectionForward => painter.add(Shape::Vec(vec![
            line(&[(-0.4, 0.0), (0.38, 0.0)]),
            line(&[(0.1, -0.28), (0.38, 0.0), (0.1, 0.28)]),
        ])),
        Icon::DirectionBackward => painter.add(Shape::Vec(vec![
            line(&[(0.4, 0.0), (-0.38, 0.0)]),
            line(&[(-0.1, -0.28), (-0.38, 0.0), (-0.1, 0.28)]),
        ])),
        Icon::Compare => painter.add(Shape::Vec(vec![
            line(&[(-0.4, 0.3), (-0.1, -0.02), (0.12, 0.1), (0.4, -0.32)]),
            line(&[(-0.4, 0.3), (-0.12, 0.26), (0.1, 0.3), (0.4, 0.14)]),
        ])),
        Icon::Share => painter.add(Shape::Vec(vec![
            line(&[(0.0, 0.12), (0.0, -0.42)]),
            line(&[(-0.2, -0.22), (0.0, -0.42), (0.2, -0.22)]),
            line(&[
                (-0.14, -0.04),
                (-0.32, -0.04),
                (-0.32, 0.38),
                (0.32, 0.38),
                (0.32, -0.04),
                (0.14, -0.04),
            ]),
        ])),
        Icon::Home => painter.add(Shape::Vec(vec![
            line(&[(-0.4, 0.02), (0.0, -0.36), (0.4, 0.02)]),
            line(&[(-0.27, -0.06), (-0.27, 0.34), (0.27, 0.34), (0.27, -0.06)]),
        ])),
        Icon::Erase => painter.add(Shape::Vec(vec![
            line(&[(0.4, -0.28), (-0.14, -0.28), (-0.42, 0.0), (-0.14, 0.28), (0.4, 0.28)]),
            line(&[(0.4, -0.28), (0.4, 0.28)]),
            line(&[(0.0, -0.11), (0.22, 0.11)]),
            line(&[(0.0, 0.11), (0.22, -0.11)]),
        ])),
        Icon::Undo => painter.add(Shape::Vec(vec![
            line(&arc(0.34, 0.06, [-90.0, 150.0])),
            line(&[(0.0, -0.28), (-0.4, -0.28)]),
            line(&[(-0.2, -0.46), (-0.4, -0.28), (-0.2, -0.1)]),
        ])),
        Icon::Again => painter.add(Shape::Vec(vec![
            line(&arc(0.36, 0.0, [-30.0, 270.0])),
            line(&[(0.12, -0.18), (0.34, -0.16), (0.38, -0.4)]),
        ])),
        Icon::Close => painter.add(Shape::Vec(vec![
            line(&[(-0.3, -0.3), (0.3, 0.3)]),
            line(&[(-0.3, 0.3), (0.3, -0.3)]),
        ])),
    };
}

/// Returns the points of an arc around (0, `y`), between two angles in degrees, clockwise from the right.
fn arc(radius: f32, y: f32, [from, to]: [f32; 2]) -> Vec<(f32, f32)> {
    const PARTS: usize = 24;
    let at = |part: usize| {
        let angle = (from + (to - from) * part as f32 / PARTS as f32).to_radians();
        (radius * angle.cos(), y + radius * angle.sin())
    };
    (0..=PARTS).map(at).collect()
}

fn filled(points: Vec<Pos2>, ink: Color32) -> Shape {
    Shape::Path(PathShape::convex_polygon(points, ink, Stroke::NONE))
}
