//! The overlay: everything that egui draws. It reads, and answers with commands; it changes nothing.
//!
//! Every part is a function of `(&mut egui::Ui, &View, &mut Vec<Command>)`, so that it can be tested
//! without an engine.

pub mod buttons;
pub mod captions;
pub mod choices;
pub mod combination;
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
pub mod stepping;
mod switches;
pub mod theme;
mod ticks;
pub mod transport;
pub mod view;
pub mod widgets;

use bevy::asset::AssetEventSystems;
use bevy::prelude::*;
use bevy_egui::input::EguiContextPointerTouchId;
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiInput, EguiPlugin, EguiPostUpdateSet, EguiPreUpdateSet,
    EguiPrimaryContextPass, egui,
};

use crate::command::Command;
use crate::files::Files;
use crate::keys::ControlHasFocus;
use crate::look::Look;
use crate::scene::Mind;
use crate::words::Languages;
use view::{Choices, View, ViewParam};

/// Draws the overlay of an exhibit.
pub struct OverlayPlugin;

impl Plugin for OverlayPlugin {
    fn build(&self, app: &mut App) {
        app.add_plugins(EguiPlugin::default())
            .insert_resource(EguiGlobalSettings {
                // The one camera that owns the context is spawned by the stage, and outlives all.
                auto_create_primary_context: false,
                // Nothing is typed into text fields, and input methods would keep the picture awake.
                enable_ime: false,
                ..default()
            })
            // A letter that is new to the fonts' atlas is there in the frame that first shows it.
            .configure_sets(
                PostUpdate,
                EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems),
            )
            .add_plugins(crate::assistive::plugin)
            .init_resource::<Choices>()
            .add_systems(Startup, read_choices)
            .add_systems(
                PreUpdate,
                (forget_known_modifiers, switches::read_switches)
                    .chain()
                    .after(EguiPreUpdateSet::ProcessInput)
                    .before(EguiPreUpdateSet::BeginPass),
            )
            .add_systems(EguiPrimaryContextPass, (dress, forget, draw).chain())
            .add_plugins(projector::window::plugin);
    }
}

/// The engine tells egui in every frame which modifier keys are held, and egui asks for another
/// frame whenever it is told something: told the same again, it would draw for ever.
fn forget_known_modifiers(
    mut inputs: Query<&mut EguiInput>,
    mut known: Local<Option<egui::Modifiers>>,
) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(held) => known.replace(*held) != Some(*held),
            _ => true,
        });
    }
}

fn read_choices(files: Res<Files>, languages: Res<Languages>, mut choices: ResMut<Choices>) {
    *choices = Choices::read(&files, &languages);
}

/// Gives egui the exhibit's fonts once, and its colours whenever they change.
fn dress(
    mut contexts: EguiContexts,
    files: Res<Files>,
    look: Res<Look>,
    mut has_fonts: Local<bool>,
) -> Result {
    let context = contexts.ctx_mut()?;
    if !*has_fonts {
        theme::install_fonts(context, &files);
        *has_fonts = true;
        theme::install_style(context, &look);
    } else if look.is_changed() {
        theme::install_style(context, &look);
    }
    Ok(())
}

/// Takes whatever is held for let go, without a click: a button or a finger whose end was never told
/// must not go on dragging.
pub fn let_go(context: &egui::Context) {
    context.stop_dragging();
    context.input_mut(|input| {
        input.pointer = egui::PointerState::default();
        input.keys_down.clear();
    });
}

/// Whoever starts over finds nothing of what was pressed, chosen or moved before.
fn forget(
    mut contexts: EguiContexts,
    mut commands: MessageReader<Command>,
    mut fingers: Query<&mut EguiContextPointerTouchId>,
) -> Result {
    if commands.read().filter(|&command| *command == Command::StartOver).count() == 0 {
        return Ok(());
    }
    for mut finger in &mut fingers {
        finger.pointer_touch_id = None;
    }
    let context = contexts.ctx_mut()?;
    let_go(context);
    context.set_zoom_factor(1.0);
    context.memory_mut(|memory| {
        memory.data.clear();
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    Ok(())
}

fn draw(
    mut contexts: EguiContexts,
    view: ViewParam,
    mut commands: MessageWriter<Command>,
    mut focus: ResMut<ControlHasFocus>,
    mut fonts_are_ready: Local<bool>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    // Fonts given in one pass can be used from the next on.
    if !std::mem::replace(&mut *fonts_are_ready, true) {
        return Ok(());
    }
    let mut ui = egui::Ui::new(
        context.clone(),
        egui::Id::new("exhibit"),
        egui::UiBuilder::new()
            .layer_id(egui::LayerId::background())
            .max_rect(context.viewport_rect()),
    );
    let mut asked = Vec::new();
    show(&mut ui, &view.view(), &mut asked);
    if view.is_frozen() {
        // What stands still hears nothing; the cover and the spotlight are over it.
        asked.retain(|command| matches!(command, Command::Project(_)));
    }
    commands.write_batch(asked);
    focus.set_if_neq(ControlHasFocus(context.memory(|memory| memory.focused().is_some())));
    Ok(())
}

/// The whole overlay.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    if let Some(cover) = view.projector.cover {
        projector::cover(ui, cover, commands);
        return;
    }
    names::forget(ui);
    // First of all, as it is read.
    description::tell(ui, view);
    let steps = stepping::is_open(ui);
    focus::follow(ui, "page", view.panel.is_some());
    focus::follow(ui, "explanation", view.scene.explanation.is_some());
    ui.scope(|ui| {
        // Under an open page nothing can be reached, neither by a finger nor by a key.
        if steps || view.panel.is_some() {
            ui.disable();
            // What a page changes, or a value that is stepped, is looked at meanwhile.
            ui.set_opacity(1.0);
        }
        header::show(ui, view, commands);
        captions::show(ui, view);
        match &view.scene.mind {
            Mind::Guess(board) => guess_board::show(ui, view, board, commands),
            Mind::Histogram(histogram) => {
                histogram::show(ui, view, histogram);
            }
            Mind::Plane(plane) => {
                plane::show(ui, view, plane, commands);
            }
            Mind::Combination(shown) => {
                combination::show(ui, view, shown, commands);
                plane::show(ui, view, &shown.plane, commands);
            }
            Mind::Formulas(formulas) => {
                let area = view::rect(view.layout.mind);
                formulas::show(ui, view, formulas, area, "the-formulas");
            }
        }
        if let Some(plane) = &view.scene.left_plane {
            let world = view::rect(view.layout.world);
            let beside = plane::label(ui, view, plane, world, "the-points");
            plane::show_in(ui, view, plane, view.layout.left_plot, beside, commands);
        }
        if let Some(formulas) = &view.scene.left_formulas {
            let area = view::rect(view.layout.world);
            formulas::show(ui, view, formulas, area, "the-criteria");
        }
        // Where type is large, the network has their room.
        if let Some(losses) = view.scene.losses.filter(|_| !view.is_spare()) {
            losses::show(ui, view);
            choices::show(ui, view, losses.subject, commands);
        }
        if let Some(network) = &view.scene.network {
            network::show(ui, view, network, commands);
        }
        if let Some(explanation) = &view.scene.explanation {
            explanation::show(ui, view, explanation, commands);
        }
        if view.kiosk.attract().is_none() {
            transport::show(ui, view, commands);
        }
        if view.kiosk.attract().is_none() && view.panel.is_none() && !steps {
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
    if let Some(radius) = view.projector.spotlight {
        projector::spotlight(ui, view, radius, commands);
    }
}
