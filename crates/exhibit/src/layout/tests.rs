//! Tests of the layout for every window, chapter and size of type.

use super::*;
use proptest::prelude::*;

fn contains(outer: Rect, inner: Rect) -> bool {
    let outer = outer.inflate(0.01);
    outer.contains(inner.min) && outer.contains(inner.max)
}

proptest! {
    #[test]
    fn nothing_overlaps_or_leaves_the_window(
        width in 960f32..5000.0,
        height in 640f32..5000.0,
        text_scale in 0.8f32..1.6,
        distance in prop::option::of(2.0f32..=8.0),
        world in prop::sample::select(vec![
            Room::Card,
            Room::CardAndExamples,
            Room::CaptionedField,
            Room::Network,
            Room::Field,
        ]),
        mind in prop::sample::select(vec![Room::Wide, Room::Square, Room::SquareAndColumn]),
        network_beside: bool,
        learning_rates: bool,
    ) {
        // Screens from 9:21 to 21:9.
        prop_assume!((width / height).max(height / width) <= 21.0 / 9.0);
        let size = Vec2::new(width, height);
        let layout = Layout::new(size, Arrangement {
            text_scale,
            world,
            mind,
            network_beside,
            learning_rates,
            distance,
        });
        let window = Rect::from_corners(Vec2::ZERO, size);
        let parts = [layout.header, layout.world, layout.mind, layout.transport];
        for (index, part) in parts.iter().enumerate() {
            prop_assert!(contains(window, *part), "{layout:?}");
            prop_assert!(part.width() > 0.0 && part.height() > 0.0, "{layout:?}");
            for other in &parts[..index] {
                prop_assert!(part.intersect(*other).is_empty(), "{layout:?}");
            }
        }
        prop_assert!(contains(layout.world, layout.card), "{layout:?}");
        prop_assert!(contains(layout.world, layout.field), "{layout:?}");
        for part in [layout.curve, layout.choices] {
            prop_assert!(contains(layout.side, part), "{layout:?}");
        }
        if layout.network != layout.field {
            prop_assert!(layout.network.intersect(layout.field).is_empty(), "{layout:?}");
            prop_assert!(layout.network.intersect(layout.plot).is_empty(), "{layout:?}");
            prop_assert!(layout.network.intersect(layout.curve).is_empty(), "{layout:?}");
        }
        prop_assert!(contains(layout.mind, layout.plot), "{layout:?}");
        prop_assert!(contains(layout.mind, layout.side), "{layout:?}");
        prop_assert!(layout.plot.intersect(layout.side).is_empty(), "{layout:?}");
        if world == Room::CardAndExamples {
            for example in layout.examples {
                prop_assert!(contains(layout.world, example), "{layout:?}");
                prop_assert!(example.intersect(layout.card).is_empty());
            }
        }
    }
}
