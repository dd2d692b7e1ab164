//! Where everything stands in a window of any size: a pure function that stage and overlay share.
//!
//! Lengths are in points (logical pixels) from the window's top left corner, y down.

pub mod arrangement;
pub mod flight;
mod frames;
pub mod network;
mod reach;
pub mod spot;
#[cfg(test)]
mod tests;
mod transport;
mod type_size;

use bevy_ecs::resource::Resource;
use bevy_math::{Rect, Vec2};

use crate::scene::{Room, Scene, Slot};

pub use frames::{BAR_WIDTH, HistogramFrame, PlaneFrame, point_side};
pub use reach::{Reach, TOUCH_TARGET};
pub use transport::{TransportRows, round_buttons, spare_row_height, transport_row_height};
pub use type_size::{SMALLEST_POINTS, TypeSize, smallest_at};

/// Width of the card that a barcode is printed on, divided by its height.
pub const CARD_ASPECT: f32 = 1.8;
/// The size of the smallest character, in the units of [`Layout::em`].
pub const SMALLEST: f32 = 20.0;
/// If a window's height is more than this many times its width, the world stands above the mind.
const PORTRAIT: f32 = 1.2;
/// The network's part of the side, if a curve stands under the network.
pub const NETWORK_SHARE: f32 = 0.58;
/// The curve's part of the side.
const CURVE_SHARE: f32 = 0.24;
/// Where the choices under the curve begin, as a part of the side. They take the rest of it.
const CHOICES: f32 = NETWORK_SHARE + CURVE_SHARE;
const REST: f32 = 1.0 - CHOICES;
/// Below this text scale, type is not made smaller to make room.
const LEAST_TEXT_SCALE: f32 = 0.65;
/// The size of the narration, in the units of [`Layout::em`].
pub const NARRATION: f32 = 31.0;
/// The size of controls and captions, in the units of [`Layout::em`].
pub const BODY: f32 = 25.0;
/// Height of a line of type, as a multiple of its size.
pub const LINE_HEIGHT: f32 = 1.22;

/// The arrangement of one window.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The size of the window.
    pub size: Vec2,
    /// One 1080th of the window's shorter side.
    pub unit: f32,
    /// The unit times the text scale: the measure of everything that holds type.
    pub em: f32,
    /// The sizes of type.
    pub type_size: TypeSize,
    /// Whether the world stands above the mind rather than beside it.
    pub portrait: bool,
    /// The title and the narration.
    pub header: Rect,
    /// The round buttons: at the right of the header, or above the transport bar, where hands can reach them.
    pub buttons: Rect,
    /// What hands can reach and hit.
    pub reach: Reach,
    /// The world, which shows the data as things.
    pub world: Rect,
    /// The mind, which shows what the machine has made of the data.
    pub mind: Rect,
    /// The transport bar: play, scrub, choose.
    pub transport: Rect,
    /// How the controls in the transport bar are split into rows.
    pub transport_rows: TransportRows,
    /// The specimen's card.
    pub card: Rect,
    /// The cards of the two example barcodes, if the chapter has them.
    pub examples: [Rect; 2],
    /// The area for sets of rectangles, for a network, or for another part of the world.
    pub field: Rect,
    /// The area of the network, if there is one.
    pub network: Rect,
    /// The inner frame of a plot.
    pub plot: Rect,
    /// The inner frame of a plane that stands in the world.
    pub left_plot: Rect,
    /// The area beside the plot, if anything stands there.
    pub side: Rect,
    /// The area of the curve of losses, if there is one.
    pub curve: Rect,
    /// The area of the choices under the curve.
    pub choices: Rect,
}

/// Everything besides the window that decides the layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrangement {
    /// Magnification of all type, 1 for the design's own.
    pub text_scale: f32,
    /// The room that the part in the world needs.
    pub world: Room,
    /// The room that the part in the mind needs.
    pub mind: Room,
    /// Whether a network stands beside the plot of the mind.
    pub network_beside: bool,
    /// Whether the chapter has a choice of learning rates.
    pub learning_rates: bool,
    /// The distance of the last row, in heights of the screen, in projector mode.
    pub distance: Option<f32>,
}

impl Arrangement {
    /// The arrangement of a scene's parts.
    #[must_use]
    pub fn of(scene: &Scene, text_scale: f32, learning_rates: bool, distance: Option<f32>) -> Self {
        let room = |slot| scene.in_slot(slot).map(|part| part.room(slot)).next();
        Self {
            text_scale,
            world: room(Slot::World).unwrap_or(Room::Field),
            mind: room(Slot::Mind).unwrap_or(Room::Wide),
            network_beside: scene
                .in_slot(Slot::Side)
                .any(|part| part.room(Slot::Side) == Room::Network),
            learning_rates,
            distance,
        }
    }
}

impl Layout {
    /// The layout of a window of this size. If the type leaves no room for the specimens, it becomes smaller.
    /// For a last row at some distance, type is never smaller than that row can read, and less is shown
    /// beside it.
    #[must_use]
    pub fn new(size: Vec2, arrangement: Arrangement) -> Self {
        Self::within(Reach::default(), size, arrangement)
    }

    /// The layout of a window of this size, as [`Self::new`] makes it, for hands with this reach.
    #[must_use]
    pub fn within(reach: Reach, size: Vec2, arrangement: Arrangement) -> Self {
        let mut text_scale = arrangement.text_scale;
        loop {
            let layout = Self::arranged(reach, size, Arrangement { text_scale, ..arrangement });
            let is_fixed = arrangement.distance.is_some();
            if is_fixed || layout.has_room(arrangement.world) || text_scale < LEAST_TEXT_SCALE {
                return layout;
            }
            text_scale -= 0.05;
        }
    }

    /// Whether specimens and plot are large enough to look at.
    fn has_room(&self, world: Room) -> bool {
        let least = 80.0 * self.unit;
        let stands = match world {
            Room::Card => self.card.height() >= least,
            Room::CardAndExamples => {
                self.card.height() >= least && self.examples[0].height() >= 0.6 * least
            }
            // Four inputs below each other, each large enough to be touched.
            Room::Network => self.field.height() >= (4.4 * self.reach.touch).max(2.0 * least),
            _ => self.field.height() >= 2.0 * least,
        };
        stands && self.plot.height() >= least
    }

    fn arranged(reach: Reach, size: Vec2, arrangement: Arrangement) -> Self {
        let size = size.max(Vec2::splat(1.0));
        let shorter = size.min_element();
        let unit = shorter / 1080.0;
        let type_size = TypeSize::new(unit, arrangement.text_scale, arrangement.distance);
        let em = type_size.em();
        let margin = 0.04 * shorter;
        let portrait = size.y > PORTRAIT * size.x;
        let inner = Rect::new(margin, margin, size.x - margin, size.y - margin);

        let narration_lines = if portrait { 3.0 } else { 2.0 };
        let header_height = if type_size.is_spare() {
            // The part's title is left out. If the narration's type is small, it has one line more.
            let lines = (narration_lines * type_size.points(NARRATION))
                .max((narration_lines + 1.0) * type_size.least());
            58.0 * display_em(em, unit) + 8.0 * unit + LINE_HEIGHT * lines
        } else {
            58.0 * display_em(em, unit) + (28.0 + 8.0 + 40.0 * narration_lines) * em
        };
        let header = top_of(inner, header_height);

        let rows = if portrait { TransportRows::upright } else { TransportRows::fitting };
        let transport_rows = if type_size.is_spare() {
            TransportRows::Spare
        } else {
            rows(inner.width(), em, unit, reach.touch, arrangement.learning_rates)
        };
        let row = match transport_rows {
            TransportRows::Spare => spare_row_height(&type_size, unit, reach.touch),
            _ => transport_row_height(em, unit, reach.touch),
        };
        let count = transport_rows.count() as f32;
        let transport_height = row * count + 16.0 * unit * (count - 1.0) + 24.0 * unit;
        let transport = bottom_of(inner, transport_height);

        // The letters in the buttons are as large as all type.
        let side = (60.0 * unit).max(reach.touch).max(1.7 * type_size.least());
        let (buttons, above) = if portrait && reach.low {
            let bottom = transport.min.y - 20.0 * unit;
            let row = Rect::new(inner.min.x, bottom - side, inner.max.x, bottom);
            (row, row.min.y)
        } else {
            (top_of(header, side), transport.min.y)
        };
        let middle =
            Rect::new(inner.min.x, header.max.y + 16.0 * unit, inner.max.x, above - 24.0 * unit);
        let (world, mind) = if portrait {
            let cut = middle.min.y + 0.46 * middle.height();
            (
                Rect::new(middle.min.x, middle.min.y, middle.max.x, cut - 16.0 * unit),
                Rect::new(middle.min.x, cut + 16.0 * unit, middle.max.x, middle.max.y),
            )
        } else {
            let share = match arrangement.world {
                _ if arrangement.network_beside => 0.22,
                Room::Network if arrangement.mind == Room::SquareAndColumn => 0.42,
                Room::Network => 0.58,
                Room::Field => 0.44,
                _ => 0.34,
            };
            let gap = if arrangement.network_beside { 0.04 } else { 0.06 };
            let at = |part: f32| middle.min.x + part * middle.width();
            (
                Rect::new(middle.min.x, middle.min.y, at(share), middle.max.y),
                Rect::new(at(share + gap), middle.min.y, middle.max.x, middle.max.y),
            )
        };

        let below_label = Rect { min: world.min + Vec2::new(0.0, 44.0 * em), ..world };
        let with_examples = arrangement.world == Room::CardAndExamples;
        let (card, examples) = specimens(below_label, em, unit, with_examples);
        let has_caption = arrangement.world == Room::CaptionedField;
        let caption = if has_caption { caption_height(em, unit) } else { 0.0 };
        let field = Rect::from_corners(below_label.min, below_label.max - Vec2::new(0.0, caption));
        let (plot, side) =
            plot_and_side(mind, em, unit, arrangement.mind, arrangement.network_beside);
        let under = |top: f32, share: f32| {
            let height = side.height();
            let top = side.min.y + top * height;
            Rect::new(side.min.x, top, side.max.x, top + share * height)
        };
        let mut field = field;
        let (network, curve, choices) = match arrangement.network_beside {
            true if portrait => {
                // In a portrait window, there is room beside the rectangles.
                let beside = Rect { min: Vec2::new(field.center().x, field.min.y), ..below_label };
                field.max.x = beside.min.x - 32.0 * unit;
                (beside, under(0.0, 0.5), under(0.5, 0.5))
            }
            // If type is large, there is room for the network only.
            true if type_size.is_spare() => (side, under(1.0, 0.0), under(1.0, 0.0)),
            true => {
                (under(0.0, NETWORK_SHARE), under(NETWORK_SHARE, CURVE_SHARE), under(CHOICES, REST))
            }
            false => (field, under(NETWORK_SHARE, CURVE_SHARE), under(CHOICES, REST)),
        };
        Self {
            size,
            unit,
            em,
            type_size,
            portrait,
            header,
            buttons,
            reach,
            world,
            mind,
            transport,
            transport_rows,
            card,
            examples,
            field,
            network,
            plot,
            left_plot: plot_and_side(world, em, unit, Room::Square, false).0,
            side,
            curve,
            choices,
        }
    }

    /// The inner frame of a plot in a slot.
    #[must_use]
    pub fn plot_in(&self, slot: Slot) -> Rect {
        if slot == Slot::World { self.left_plot } else { self.plot }
    }

    /// Converts a point of the window to the coordinates of the stage: the origin is the window's centre, y
    /// up.
    #[must_use]
    pub fn on_stage(&self, point: Vec2) -> Vec2 {
        Vec2::new(point.x - self.size.x / 2.0, self.size.y / 2.0 - point.y)
    }
}

/// The measure of the largest type. If all type is magnified, it grows less than the rest.
#[must_use]
pub fn display_em(em: f32, unit: f32) -> f32 {
    (em * unit).sqrt()
}

/// Height in points of the number and the note under a specimen.
fn caption_height(em: f32, unit: f32) -> f32 {
    16.0 * unit + 58.0 * display_em(em, unit) + 38.0 * em
}

fn specimens(area: Rect, em: f32, unit: f32, with_examples: bool) -> (Rect, [Rect; 2]) {
    let gap = 32.0 * unit;
    let example_caption = 44.0 * em;
    let example_width = (area.width() - gap) / 2.0;
    let free = (area.height() - caption_height(em, unit)).max(1.0);
    let (card_height, example_height) = if with_examples {
        let free = (free - example_caption - gap).max(1.0);
        (0.6 * free, (0.4 * free).min(example_width / CARD_ASPECT))
    } else {
        (free, 0.0)
    };
    let card_width = area.width().min(card_height * CARD_ASPECT).max(1.0);
    let card_size = Vec2::new(card_width, card_width / CARD_ASPECT);
    let below = if with_examples { gap + example_height + example_caption } else { 0.0 };
    let height = card_size.y + caption_height(em, unit) + below;
    // The card looks centred if it stands a little above the middle.
    let top = area.min.y + 0.4 * (area.height() - height).max(0.0);
    let card =
        Rect::from_center_size(Vec2::new(area.center().x, top + card_size.y / 2.0), card_size);
    let example_size = Vec2::new(example_height * CARD_ASPECT, example_height);
    let example_top = card.max.y + caption_height(em, unit) + gap;
    let examples = [-0.5, 0.5].map(|side| {
        let x = area.center().x + side * (example_size.x + gap);
        Rect::from_center_size(Vec2::new(x, example_top + example_height / 2.0), example_size)
    });
    (card, examples)
}

/// The inner frame of the plot and, for a square one, the column beside it.
fn plot_and_side(mind: Rect, em: f32, unit: f32, room: Room, network_beside: bool) -> (Rect, Rect) {
    let has_column = network_beside || room == Room::SquareAndColumn;
    let is_square = has_column || room == Room::Square;
    // A histogram's boundary has its label above the frame; a plane's boundary has none there.
    let above = if is_square { 40.0 } else { 88.0 };
    // The frame is built from two corners. So a window that is too small gives small parts, not a panic.
    let whole = Rect::from_corners(
        mind.min + Vec2::new(84.0, above) * em,
        mind.max - Vec2::new(8.0 * unit, 76.0 * em),
    );
    if !is_square {
        return (whole, Rect::from_corners(whole.max, whole.max));
    }
    let widest = match (network_beside, has_column) {
        (true, _) => 0.52 * whole.width(),
        (false, true) => 0.58 * whole.width(),
        (false, false) => whole.width(),
    };
    let side = whole.height().min(widest);
    // Without a column, the plot and the numbers at its left stand together in the middle.
    let indent = if has_column { 0.0 } else { 0.5 * (whole.width() - side) };
    let corner = whole.min + Vec2::new(indent, 0.0);
    let plot = Rect::from_corners(corner, corner + Vec2::splat(side));
    let left = if has_column { (plot.max.x + 48.0 * unit).min(whole.max.x) } else { whole.max.x };
    let beside =
        Rect::from_corners(Vec2::new(left, plot.min.y), Vec2::new(whole.max.x, mind.max.y));
    (plot, beside)
}

fn top_of(rect: Rect, height: f32) -> Rect {
    Rect::new(rect.min.x, rect.min.y, rect.max.x, rect.min.y + height)
}

fn bottom_of(rect: Rect, height: f32) -> Rect {
    Rect::new(rect.min.x, rect.max.y - height, rect.max.x, rect.max.y)
}
