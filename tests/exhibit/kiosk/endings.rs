//! The operator's ways to end the exhibit.

use bevy::prelude::*;
use exhibit::command::Command;
use exhibit::kiosk::{Ending, OperatorCommand, OperatorPage};

use super::{MIDDLE, PIN, enter_pin, hold_corner, kiosk, page, pass};
use crate::finger::{control, tap, touch};

#[test]
fn restart_and_close_need_a_confirmation() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    hold_corner(&mut app, 5.2);
    enter_pin(&mut app, PIN);
    let places = ["Restart the exhibit", "Close the exhibit"]
        .map(|name| control(&mut app, name).unwrap().place);
    for (ending, name, yes) in [
        (Ending::Restart, "Restart the exhibit", "Yes, restart"),
        (Ending::Quit, "Close the exhibit", "Yes, close"),
    ] {
        touch(&mut app, name);
        assert_eq!(page(&app), OperatorPage::Confirm(ending));
        // A second touch at the same place hits no button of the question.
        let buttons = [yes, "Back"].map(|name| control(&mut app, name).unwrap().place);
        for place in places {
            assert!(buttons.iter().all(|button| button.intersect(place).is_empty()));
            tap(&mut app, place.center());
            assert_eq!(page(&app), OperatorPage::Confirm(ending));
        }
        touch(&mut app, "Back");
        assert_eq!(page(&app), OperatorPage::Menu);
        // Without an answer, the question closes.
        touch(&mut app, name);
        pass(&mut app, 9.0);
        assert_eq!(page(&app), OperatorPage::Confirm(ending));
        pass(&mut app, 1.5);
        assert_eq!(page(&app), OperatorPage::Menu);
        // While the menu is open, the command to confirm does nothing.
        app.world_mut().write_message(Command::Operator(OperatorCommand::Confirm));
        app.update();
        assert_eq!((app.should_exit(), page(&app)), (None, OperatorPage::Menu));
    }
    touch(&mut app, "Restart the exhibit");
    touch(&mut app, "Yes, restart");
    assert_eq!(app.should_exit(), Some(AppExit::Success));
}
