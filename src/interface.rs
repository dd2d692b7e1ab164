//! The interface: egui's contexts and their input, the view for the overlay, the speaker's window, and the
//! descriptions for screen readers.

mod assistive;
mod input;
pub mod notes_window;
mod switches;
pub mod view;

use bevy::asset::AssetEventSystems;
use bevy::prelude::*;
use bevy_egui::input::EguiContextPointerTouchId;
use bevy_egui::{
    EguiContexts, EguiPlugin, EguiPostUpdateSet, EguiPrimaryContextPass, PrimaryEguiContext, egui,
};

use content::files::Files;
use content::look::Look;
use content::words::Languages;
use exhibit::command::Command;
use overlay::theme;
use overlay::view::Choices;
use stage::drawing::LayoutCamera;

use crate::execute::Reset;
use crate::keys::ControlHasFocus;
use view::{Offered, ViewParam};

/// Draws the overlay of an exhibit.
pub struct InterfacePlugin;

impl Plugin for InterfacePlugin {
    fn build(&self, app: &mut App) {
        app.add_plugins(EguiPlugin::default())
            .insert_resource(input::settings())
            .register_required_components::<LayoutCamera, PrimaryEguiContext>()
            // A letter that is new to the font atlas must be drawn in the first frame that shows it.
            .configure_sets(
                PostUpdate,
                EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems),
            )
            .add_plugins(assistive::plugin)
            .init_resource::<Offered>()
            .add_systems(Startup, read_choices)
            .add_plugins(input::plugin)
            .add_systems(EguiPrimaryContextPass, (dress, forget, draw).chain())
            .add_plugins(notes_window::plugin);
    }
}

fn read_choices(files: Res<Files>, languages: Res<Languages>, mut choices: ResMut<Offered>) {
    choices.0 = Choices::read(&files, &languages);
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

/// Starting over clears everything that was pressed, chosen or moved before.
fn forget(
    mut contexts: EguiContexts,
    mut resets: MessageReader<Reset>,
    mut fingers: Query<&mut EguiContextPointerTouchId>,
) -> Result {
    if resets.read().count() == 0 {
        return Ok(());
    }
    for mut finger in &mut fingers {
        finger.pointer_touch_id = None;
    }
    overlay::forget(contexts.ctx_mut()?);
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
    // Fonts given in one pass can be used from the next pass on.
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
    overlay::show(&mut ui, &view.view(), &mut asked);
    if view.is_frozen() {
        // A frozen overlay gets no input; the cover and the spotlight are drawn over it.
        asked.retain(|command| matches!(command, Command::Project(_)));
    }
    commands.write_batch(asked);
    focus.set_if_neq(ControlHasFocus(context.memory(|memory| memory.focused().is_some())));
    Ok(())
}
