//! The operator's pages and commands.

/// The page that the operator sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OperatorPage {
    /// No page.
    #[default]
    Closed,
    /// The page that asks for the PIN, with the count of digits entered so far.
    Pin(usize, PinState),
    /// The menu.
    Menu,
    /// The question whether to close the exhibit. After a while, it goes back to the menu.
    Confirm(Ending),
}

/// How the operator closes the exhibit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The exhibit starts again.
    Restart,
    /// The exhibit stays closed.
    Quit,
}

/// The state of the question for the PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinState {
    /// The operator is entering the PIN.
    Open,
    /// The PIN is being checked.
    Checking,
    /// The last PIN was wrong. The next try is possible after this many seconds.
    Wrong(u64),
}

/// A command of the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorCommand {
    /// Add a digit to the PIN.
    Digit(u8),
    /// Delete the last digit.
    Erase,
    /// Check the PIN.
    Enter,
    /// Go back to the exhibit, or from a question to the menu.
    Close,
    /// Ask whether to close the exhibit in this way.
    End(Ending),
    /// Close the exhibit in the way that the question asks about.
    Confirm,
}
