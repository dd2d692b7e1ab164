//! Queries to the X server: whether a window is viewable, where it is, and which windows cover it.

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt as _, EventMask, MapState,
    StackMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;

use super::{Area, Hidden, shares};

/// The number of windows above ours that are checked, the topmost first.
const ABOVE: usize = 256;
/// The depth of windows that may be transparent.
const WITH_ALPHA: u8 = 32;
/// The message to a window manager that adds a state.
const ADD: u32 = 1;
/// Marks the message as from a pager, which may take the focus, and not from an ordinary program.
const FROM_PAGER: u32 = 2;
/// The desktop number of a window that is on all desktops.
const ALL_DESKTOPS: u32 = u32::MAX;

x11rb::atom_manager! {
    /// The atoms that window managers use.
    Atoms: AtomsCookie {
        _NET_ACTIVE_WINDOW,
        _NET_WM_DESKTOP,
        _NET_WM_STATE,
        _NET_WM_STATE_ABOVE,
        _NET_WM_STATE_FULLSCREEN,
        _NET_WM_STATE_HIDDEN,
    }
}

/// Why the server does not respond.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error(transparent)]
    Connect(#[from] x11rb::errors::ConnectError),
    #[error(transparent)]
    Connection(#[from] x11rb::errors::ConnectionError),
    #[error(transparent)]
    Reply(#[from] x11rb::errors::ReplyError),
}

/// A separate connection to the server that shows the window.
pub struct Server {
    connection: RustConnection,
    root: Window,
    atoms: Atoms,
    compositor: u32,
}

impl Server {
    /// Connects as `DISPLAY` and `XAUTHORITY` say.
    pub fn connect() -> Result<Self, Problem> {
        let (connection, number) = x11rb::connect(None)?;
        let root = connection.setup().roots[number].root;
        let atoms = Atoms::new(&connection)?.reply()?;
        // The owner of this selection composites the windows of this screen.
        let name = format!("_NET_WM_CM_S{number}");
        let compositor = connection.intern_atom(false, name.as_bytes())?.reply()?.atom;
        Ok(Self { connection, root, atoms, compositor })
    }

    /// Why this window is not seen, if less than `enough` of it, from 0 to 1, is visible.
    pub fn look(&self, window: Window, enough: f64) -> Result<Option<Hidden>, Problem> {
        let attributes = self.connection.get_window_attributes(window)?;
        let states = self.connection.get_property(
            false,
            window,
            self.atoms._NET_WM_STATE,
            AtomEnum::ATOM,
            0,
            64,
        )?;
        let is_viewable = attributes.reply()?.map_state == MapState::VIEWABLE;
        let states = states.reply()?;
        let is_minimised = states
            .value32()
            .is_some_and(|mut states| states.any(|state| state == self.atoms._NET_WM_STATE_HIDDEN));
        if is_minimised {
            return Ok(Some(Hidden::Minimised));
        }
        if !is_viewable {
            return Ok(Some(Hidden::Unmapped));
        }
        let size = self.connection.get_geometry(window)?;
        let place = self.connection.translate_coordinates(window, self.root, 0, 0)?;
        let (size, place) = (size.reply()?, place.reply()?);
        let [left, top] = [place.dst_x, place.dst_y].map(i32::from);
        let own = [left, top, left + i32::from(size.width), top + i32::from(size.height)];
        // The size of the screen may change at any time.
        let screen = self.connection.get_geometry(self.root)?.reply()?;
        let screen = [0, 0, i32::from(screen.width), i32::from(screen.height)];
        let (on_screen, free) = shares(own, screen, &self.above(window)?);
        Ok(if on_screen < enough {
            Some(Hidden::Outside)
        } else if free < enough {
            Some(Hidden::Covered)
        } else {
            None
        })
    }

    /// Shows it again, in front of all others and in full screen. The server itself does what the window
    /// manager ignores.
    pub fn show(&self, window: Window, hidden: Hidden) -> Result<(), Problem> {
        if hidden == Hidden::Unmapped {
            self.connection.map_window(window)?.check()?;
        }
        let Atoms { _NET_ACTIVE_WINDOW, _NET_WM_STATE, _NET_WM_DESKTOP, .. } = self.atoms;
        // The visitor may be on another desktop: if asked to activate the window, openbox stays there.
        self.tell_manager(window, _NET_WM_DESKTOP, [ALL_DESKTOPS, FROM_PAGER, 0, 0, 0])?;
        self.tell_manager(window, _NET_ACTIVE_WINDOW, [FROM_PAGER, x11rb::CURRENT_TIME, 0, 0, 0])?;
        let Atoms { _NET_WM_STATE_FULLSCREEN, _NET_WM_STATE_ABOVE, .. } = self.atoms;
        let states = [ADD, _NET_WM_STATE_FULLSCREEN, _NET_WM_STATE_ABOVE, FROM_PAGER, 0];
        self.tell_manager(window, _NET_WM_STATE, states)?;
        let mut wanted = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
        if hidden == Hidden::Outside {
            wanted = wanted.x(0).y(0);
        }
        self.connection.configure_window(window, &wanted)?.check()?;
        Ok(())
    }

    fn tell_manager(&self, window: Window, what: u32, data: [u32; 5]) -> Result<(), Problem> {
        let message = ClientMessageEvent::new(32, window, what, data);
        let to = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.connection.send_event(false, self.root, to, message)?;
        Ok(())
    }

    /// The areas of the windows that are above this one and hide the area under them.
    fn above(&self, window: Window) -> Result<Vec<Area>, Problem> {
        // Window managers put windows into frames: the outermost frame is the one in the stacking order.
        let mut outermost = window;
        loop {
            let tree = self.connection.query_tree(outermost)?.reply()?;
            if tree.parent == tree.root || tree.parent == x11rb::NONE {
                break;
            }
            outermost = tree.parent;
        }
        let composed = self.connection.get_selection_owner(self.compositor)?.reply()?;
        let may_be_transparent = composed.owner != x11rb::NONE;
        // The order is from the lowest to the topmost.
        let all = self.connection.query_tree(self.root)?.reply()?.children;
        let others = all.iter().rev().take_while(|other| **other != outermost).take(ABOVE);
        let asked = others
            .map(|&other| {
                let attributes = self.connection.get_window_attributes(other)?;
                Ok((attributes, self.connection.get_geometry(other)?))
            })
            .collect::<Result<Vec<_>, Problem>>()?;
        let mut areas = Vec::new();
        for (attributes, geometry) in asked {
            // A window that no longer exists covers nothing.
            let (Ok(attributes), Ok(geometry)) = (attributes.reply(), geometry.reply()) else {
                continue;
            };
            let covers = attributes.map_state == MapState::VIEWABLE
                && attributes.class == WindowClass::INPUT_OUTPUT
                && !(may_be_transparent && geometry.depth == WITH_ALPHA);
            if covers {
                let [left, top] = [geometry.x, geometry.y].map(i32::from);
                let border = 2 * i32::from(geometry.border_width);
                let [width, height] = [geometry.width, geometry.height].map(i32::from);
                areas.push([left, top, left + width + border, top + height + border]);
            }
        }
        Ok(areas)
    }
}
