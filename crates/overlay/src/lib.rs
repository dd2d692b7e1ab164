//! The overlay: everything that egui draws. It reads the view and answers with commands. It changes
//! nothing.
//!
//! In: a [`view::View`] of this frame, and egui's input from fingers, mouse and keys. Out: shapes for
//! egui to draw, descriptions for screen readers, and commands. Every part is a function of `(&mut
//! egui::Ui, &View, &mut Vec<Command>)`, so a test can run it without an engine.
//!
//! The overlay never uses the engine, never changes a resource, and never lays out the parts that the
//! stage draws too: `exhibit::layout` does that. No visible word stands in the code: words come from
//! the locale.

pub mod buttons;
mod cache;
pub mod captions;
pub mod choices;
pub mod description;
pub mod explanation;
pub mod focus;
pub mod formulas;
pub mod guess_board;
pub mod header;
pub mod histogram;
pub mod icons;
pub mod ink;
pub mod kiosk;
pub mod losses;
mod names;
pub mod network;
pub mod panels;
pub mod plane;
pub mod plot;
pub mod projector;
mod qr;
pub mod stepping;
pub mod style;
pub mod text;
pub mod theme;
mod ticks;
pub mod transport;
pub mod view;
pub mod weights;
pub mod widgets;

use exhibit::command::Command;
use exhibit::scene::{Part, Placed, Slot};
use view::View;

/// Releases every pressed button, finger and key without a click. A missing release must not leave a
/// drag running.
pub fn let_go(context: &egui::Context) {
    context.stop_dragging();
    context.input_mut(|input| {
        input.pointer = egui::PointerState::default();
        input.keys_down.clear();
    });
}

/// Forgets everything that the visitor pressed, chose or moved, for the next visitor.
pub fn forget(context: &egui::Context) {
    let_go(context);
    context.set_zoom_factor(1.0);
    context.memory_mut(|memory| {
        memory.data.clear();
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
}

/// Draws the whole overlay.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    if let Some(cover) = view.controls.projector.cover {
        projector::cover(ui, cover, commands);
        return;
    }
    names::forget(ui);
    // The description comes first, because screen readers read it first.
    description::tell(ui, view);
    let steps = stepping::is_open(ui);
    focus::follow(ui, "page", view.controls.panel.is_some());
    focus::follow(ui, "explanation", view.shown.scene.explanation.is_some());
    ui.scope(|ui| {
        // Under an open page, neither a finger nor a key reaches a control.
        if steps || view.controls.panel.is_some() {
            ui.disable();
            // Keep the chapter bright: visitors look at it while a page or a step changes it.
            ui.set_opacity(1.0);
        }
        header::show(ui, view, commands);
        for Placed { slot, part } in &view.shown.scene.parts {
            show_part(ui, view, *slot, part, commands);
        }
        if let Some(explanation) = &view.shown.scene.explanation {
            explanation::show(ui, view, explanation, commands);
        }
        if view.controls.kiosk.attract().is_none() {
            transport::show(ui, view, commands);
        }
        if view.controls.kiosk.attract().is_none() && view.controls.panel.is_none() && !steps {
            names::reveal(ui, view);
        }
    });
    ui.scope(|ui| {
        if steps {
            ui.disable();
            ui.set_opacity(1.0);
        }
        panels::show(ui, view, commands);
    });
    stepping::show(ui, view);
    kiosk::show(ui, view, commands);
    if let Some(radius) = view.controls.projector.spotlight {
        projector::spotlight(ui, view, radius, commands);
    }
}

/// Draws a part of the scene. The stage draws barcodes, sets and networks; this function adds their texts.
fn show_part(
    ui: &mut egui::Ui,
    view: &View<'_>,
    slot: Slot,
    part: &Part,
    commands: &mut Vec<Command>,
) {
    match part {
        Part::Barcodes(barcodes) if slot == Slot::World => captions::barcodes(ui, view, barcodes),
        Part::Sets(sets) if slot == Slot::World => captions::sets(ui, view, sets),
        // Specimens in flight have no caption.
        Part::Barcodes(_) | Part::Sets(_) => {}
        Part::GuessBoard(board) => guess_board::show(ui, view, board, commands),
        Part::Histogram(histogram) => histogram::show(ui, view, histogram),
        Part::Plane(plane) => plane::show(ui, view, slot, plane, commands),
        Part::Weights(weights) => weights::show(ui, view, weights, commands),
        Part::Formulas(formulas) => formulas::show(ui, view, slot, formulas),
        Part::Network(network) => network::show(ui, view, slot, network, commands),
        // When type is large, the network uses this room.
        Part::Losses(_) if view.is_spare() => {}
        Part::Losses(losses) => {
            losses::show(ui, view, *losses);
            choices::show(ui, view, losses.subject, commands);
        }
    }
}
