//! The times at which the exhibit asks for the facts of the operator's page.

use bevy::prelude::*;
use exhibit::kiosk::OperatorPage;
use exhibit::kiosk::facts::{Fact, Facts};
use learning_machine::kiosk::facts::FactsWanted;
use learning_machine::next_frame::NextFrame;

use super::{MIDDLE, PIN, enter_pin, hold_corner, kiosk, page, pass};
use crate::finger::{control, tap, touch};

/// The number of times that the exhibit has asked for the facts.
#[derive(Resource, Default)]
struct Wanted(usize);

fn counted() -> App {
    let mut app = kiosk();
    let count = |mut wanted: MessageReader<FactsWanted>, mut count: ResMut<Wanted>| {
        count.0 += wanted.read().count();
    };
    app.init_resource::<Wanted>().add_systems(Last, count);
    app
}

fn wanted(app: &App) -> usize {
    app.world().resource::<Wanted>().0
}

#[test]
fn facts_are_asked_for_only_while_the_menu_is_open() {
    let mut app = counted();
    tap(&mut app, MIDDLE);
    hold_corner(&mut app, 5.2);
    enter_pin(&mut app, "1111");
    assert_eq!(wanted(&app), 0, "a wrong PIN asks for no facts");
    enter_pin(&mut app, PIN);
    assert_eq!((page(&app), wanted(&app)), (OperatorPage::Menu, 1));
    pass(&mut app, 2.8);
    assert_eq!(wanted(&app), 1);
    // At rest, the exhibit requests its next frame before the facts become old.
    assert!(app.world().resource::<NextFrame>().seconds().is_some_and(|left| left <= 0.21));
    pass(&mut app, 0.3);
    assert_eq!(wanted(&app), 2);
    // The page that asks for a confirmation shows the facts too.
    touch(&mut app, "Close the exhibit");
    pass(&mut app, 6.0);
    assert_eq!(wanted(&app), 4);
    touch(&mut app, "Back");
    app.world_mut().resource_mut::<Facts>().name = Fact::Known(Some("Hall 2".to_owned()));
    app.update();
    assert!(control(&mut app, "Back").is_some());
    touch(&mut app, "Back");
    assert_eq!(page(&app), OperatorPage::Closed);
    assert_eq!(*app.world().resource::<Facts>(), Facts::default(), "no old fact is kept");
    pass(&mut app, 10.0);
    assert_eq!(wanted(&app), 4);
    // Opening the menu again asks for the facts at once.
    hold_corner(&mut app, 5.2);
    enter_pin(&mut app, PIN);
    assert_eq!(wanted(&app), 5);
    // Without the operator, the menu closes.
    pass(&mut app, 61.0);
    assert_eq!(page(&app), OperatorPage::Closed);
    let before = wanted(&app);
    pass(&mut app, 10.0);
    assert_eq!(wanted(&app), before);
}

#[test]
fn facts_are_asked_for_once_after_a_long_frame() {
    let mut app = counted();
    tap(&mut app, MIDDLE);
    hold_corner(&mut app, 5.2);
    enter_pin(&mut app, PIN);
    let before = wanted(&app);
    // One long frame, shorter than the countdown.
    crate::driver::wait_in_frames_of(&mut app, 19.0, 19.0);
    assert_eq!(wanted(&app), before + 1);
}
