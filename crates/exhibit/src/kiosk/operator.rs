//! The operator's pages, and what the operator can ask for.

/// What the operator sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OperatorPage {
    /// Nothing.
    #[default]
    Closed,
    /// The PIN is asked for: so many digits have been given.
    Pin(usize, PinState),
    /// The menu.
    Menu,
    /// The question whether the exhibit is to be closed, which goes back to the menu after a while.
    Confirm(Ending),
}

/// How the operator lets the exhibit end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is started again.
    Restart,
    /// It stays closed.
    Quit,
}

/// How it stands with the PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinState {
    /// It is being given.
    Open,
    /// It is being checked.
    Checking,
    /// The last one was wrong; so many seconds must pass before the next.
    Wrong(u64),
}

/// What the operator asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorCommand {
    /// One more digit of the PIN.
    Digit(u8),
    /// The last digit was none.
    Erase,
    /// The PIN is given.
    Enter,
    /// Back to the exhibit; from a question, back to the menu.
    Close,
    /// Ask whether the exhibit is to be closed in this way.
    End(Ending),
    /// Close it in the way that is asked about.
    Confirm,
}
