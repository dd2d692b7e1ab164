//! Moves the keyboard's focus into a page or card that opens. When the page or card closes, the focus
//! goes back to the control that opened it.

use egui::{Id, Response, Ui};

/// The state of a layer that may lie over the rest.
#[derive(Clone, Copy, Debug, Default)]
struct Layer {
    is_open: bool,
    /// The control that had the focus when the layer opened.
    opener: Option<Id>,
    /// Whether the layer's first control still has to get the focus.
    waits: bool,
}

fn layer(ui: &Ui, name: &'static str) -> Layer {
    ui.data(|data| data.get_temp(Id::new(name))).unwrap_or_default()
}

fn keep(ui: &Ui, name: &'static str, layer: Layer) {
    ui.data_mut(|data| data.insert_temp(Id::new(name), layer));
}

/// Records whether a layer is open. Call it before anything is drawn. If no control has the focus, as
/// with a pointer, the layer does not take it.
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

/// Gives the focus to a layer's first control, if a control with the focus has just opened the layer.
pub fn begin_at(ui: &Ui, name: &'static str, first: &Response) {
    let layer = layer(ui, name);
    if layer.waits {
        first.request_focus();
        keep(ui, name, Layer { waits: false, ..layer });
    }
}
