//! The clipboard of the system, which takes the link of the current moment.

use bevy::prelude::*;

use exhibit::command::{Command, ProgramCommand};
use exhibit::link::Share;

/// The clipboard, opened at the first copy. The system forgets the text when the exhibit ends, unless a
/// clipboard manager keeps it.
#[derive(Default)]
struct Clipboard(Option<arboard::Clipboard>);

/// Copies the link when a command asks for it.
pub fn plugin(app: &mut App) {
    app.insert_non_send(Clipboard::default()).add_systems(PreUpdate, copy);
}

fn copy(
    mut commands: MessageReader<Command>,
    mut clipboard: NonSendMut<Clipboard>,
    share: Res<Share>,
) {
    let asks = |command: &&Command| **command == Command::Program(ProgramCommand::CopyLink);
    if commands.read().filter(asks).count() == 0 {
        return;
    }
    if let Err(error) = clipboard.set(share.whole()) {
        warn!("the link could not be copied: {error}");
    }
}

impl Clipboard {
    fn set(&mut self, text: String) -> Result<(), arboard::Error> {
        if self.0.is_none() {
            self.0 = Some(arboard::Clipboard::new()?);
        }
        self.0.as_mut().map_or(Ok(()), |clipboard| clipboard.set_text(text))
    }
}
