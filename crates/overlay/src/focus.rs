//! The keyboard's focus follows what opens: into a page or a card, and back to the control that opened
//! it once it is closed.

use egui::{Id, Response, Ui};

/// What is known of a layer that may lie over the rest.
#[derive(Clone, Copy, Debug, Default)]
struct Layer {
    is_open: bool,
    /// The control that had the focus when it opened.
    opener: Option<Id>,
    /// Whether the first control of the layer is to have the focus.
    waits: bool,
}

fn layer(ui: &Ui, name: &'static str) -> Layer {
    ui.data(|data| data.get_temp(Id::new(name))).unwrap_or_default()
}

fn keep(ui: &Ui, name: &'static str, layer: Layer) {
    ui.data_mut(|data| data.insert_temp(Id::new(name), layer));
}

/// Notes whether a layer is open, before anything is drawn. Whoever points has no focus, and gets none.
pub fn follow(ui: &Ui, name: &'static str, is_open: bool) {
    let was = layer(ui, name);
    if was.is_open == is_open {
        return;
    }
    let focused = ui.memory(|memory| memory.focused());
    if is_open {
        keep(ui, name, Layer { is_open, opener: focused, waits: focused.is_some() });
        return;
    }
    if let Some(opener) = was.opener {
        ui.memory_mut(|memory| memory.request_focus(opener));
    }
    keep(ui, name, Layer::default());
}

/// Gives a layer's first control the focus, if the layer has just been opened from a control.
pub fn begin_at(ui: &Ui, name: &'static str, first: &Response) {
    let layer = layer(ui, name);
    if layer.waits {
        first.request_focus();
        keep(ui, name, Layer { waits: false, ..layer });
    }
}
