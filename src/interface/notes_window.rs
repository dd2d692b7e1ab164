//! The speaker's window: a second window with its own camera and egui context. The first context remains
//! the only primary one.

use bevy::camera::RenderTarget;
use bevy::camera::visibility::RenderLayers;
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::window::{
    CursorOptions, Monitor, MonitorSelection, PrimaryMonitor, PrimaryWindow, WindowCloseRequested,
    WindowMode, WindowPosition, WindowRef, WindowResolution,
};
use bevy_egui::{
    EguiContext, EguiManagedTextures, EguiPreUpdateSet, EguiRenderOutput, EguiSchedule, egui,
};

use super::view::ViewParam;
use crate::execute::CommandSystems;
use crate::next_frame::NextFrame;
use crate::projector::{AutomaticNotes, LessonTime, TimeOfDay};
use content::files::Files;
use content::look::Look;
use content::words::Locale;
use exhibit::command::Command;
use exhibit::projector::{Projector, ProjectorCommand};
use overlay::projector::notes::{self, Notes};
use overlay::theme;

/// The schedule that draws the speaker's window.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
struct NotesPass;

/// Marks the speaker's window.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct NotesWindow;

/// Marks its camera.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct NotesCamera;

pub(super) fn plugin(app: &mut App) {
    app.init_schedule(NotesPass)
        .add_message::<WindowCloseRequested>()
        // Runs between two frames, when nothing of the window is being drawn.
        .add_systems(First, keep_window)
        .add_systems(
            PreUpdate,
            (use_second_screen, hear_of_closing).chain().before(EguiPreUpdateSet::InitContexts),
        )
        .add_systems(
            Update,
            (hide_cursor, name.run_if(resource_changed::<Locale>)).in_set(CommandSystems::Answer),
        )
        .add_systems(NotesPass, draw);
}

/// With two screens in a classroom, puts the exhibit on the external screen, and the notes on the
/// computer's own.
fn use_second_screen(
    automatic: Option<Res<AutomaticNotes>>,
    monitors: Query<(Entity, Has<PrimaryMonitor>), With<Monitor>>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut asked: MessageWriter<Command>,
    mut commands: Commands,
) {
    let Some(automatic) = automatic.filter(|_| !monitors.is_empty()) else { return };
    commands.remove_resource::<AutomaticNotes>();
    let own = monitors.iter().find(|(_, is_own)| *is_own).or(monitors.iter().next());
    let other = monitors.iter().find(|(monitor, _)| own.is_some_and(|(own, _)| own != *monitor));
    let Some((other, _)) = other else { return };
    let other = MonitorSelection::Entity(other);
    for mut window in &mut windows {
        if window.mode == WindowMode::Windowed {
            window.position = WindowPosition::Centered(other);
        } else {
            window.mode = WindowMode::BorderlessFullscreen(other);
        }
    }
    if automatic.opens {
        asked.write(Command::Project(ProjectorCommand::ShowNotes(true)));
    }
}

/// Closing the speaker's window closes nothing else.
fn hear_of_closing(
    mut closed: MessageReader<WindowCloseRequested>,
    windows: Query<(), With<NotesWindow>>,
    mut asked: MessageWriter<Command>,
) {
    if closed.read().any(|closed| windows.contains(closed.window)) {
        asked.write(Command::Project(ProjectorCommand::ShowNotes(false)));
    }
}

/// Opens and closes the window as projector mode requires.
fn keep_window(
    projector: Res<Projector>,
    locale: Res<Locale>,
    look: Res<Look>,
    windows: Query<Entity, With<NotesWindow>>,
    mut cameras: Query<(Entity, &mut Camera, &mut EguiRenderOutput), With<NotesCamera>>,
    own: Query<Entity, (With<Monitor>, With<PrimaryMonitor>)>,
    mut textures: ResMut<EguiManagedTextures>,
    mut commands: Commands,
) {
    if projector.notes != windows.is_empty() {
        for (_, mut camera, _) in cameras.iter_mut().filter(|_| look.is_changed()) {
            camera.clear_color = ClearColorConfig::Custom(look.theme.ground.into());
        }
        return;
    }
    if !projector.notes {
        for (camera, _, mut output) in &mut cameras {
            // egui requires that each of its textures is freed explicitly.
            output.textures_delta.clear();
            // The bridge to egui would keep the glyphs of each window that was ever open.
            textures.0.retain(|(owner, _), _| *owner != camera);
            commands.entity(camera).despawn();
        }
        for window in &windows {
            commands.entity(window).despawn();
        }
        return;
    }
    let position = own.iter().next().map_or(WindowPosition::Automatic, |own| {
        WindowPosition::Centered(MonitorSelection::Entity(own))
    });
    let window = Window {
        title: locale.plain("notes-window"),
        name: Some("learning-machine-notes".to_owned()),
        resolution: WindowResolution::new(1280, 720),
        position,
        ..default()
    };
    let window = commands.spawn((window, NotesWindow)).id();
    commands.spawn((
        RenderTarget::Window(WindowRef::Entity(window)),
        Camera2d,
        Camera { clear_color: ClearColorConfig::Custom(look.theme.ground.into()), ..default() },
        // Nothing of the stage is visible here.
        RenderLayers::none(),
        Msaa::Off,
        EguiSchedule::new(NotesPass),
        NotesCamera,
    ));
}

/// Sets the window's title in the current language.
fn name(locale: Res<Locale>, mut windows: Query<&mut Window, With<NotesWindow>>) {
    for mut window in &mut windows {
        window.title = locale.plain("notes-window");
    }
}

/// Hides the pointer on a covered picture.
fn hide_cursor(
    projector: Res<Projector>,
    mut cursors: Query<&mut CursorOptions, With<PrimaryWindow>>,
    mut was_visible: Local<Option<bool>>,
) {
    let covered = projector.cover.is_some();
    if covered == was_visible.is_some() {
        return;
    }
    for mut cursor in &mut cursors {
        if covered {
            *was_visible = Some(cursor.visible);
            cursor.visible = false;
        } else {
            cursor.visible = was_visible.take().unwrap_or(true);
        }
    }
}

fn draw(
    mut contexts: Query<(Entity, &mut EguiContext), With<NotesCamera>>,
    view: ViewParam,
    files: Res<Files>,
    look: Res<Look>,
    time: Res<Time<Real>>,
    began: Res<LessonTime>,
    time_of_day: Res<TimeOfDay>,
    mut next: ResMut<NextFrame>,
    mut dressed: Local<Option<Entity>>,
) {
    let Ok((camera, mut context)) = contexts.single_mut() else { return };
    let context = context.get_mut().clone();
    let is_new = dressed.replace(camera) != Some(camera);
    if is_new {
        theme::install_fonts(&context, &files);
    }
    if is_new || look.is_changed() {
        theme::install_style(&context, &look);
    }
    // Fonts given in one pass can be used from the next pass on.
    if is_new {
        context.request_repaint();
        return;
    }
    let notes = Notes {
        elapsed: time.elapsed().saturating_sub(began.0).as_secs_f64(),
        time_of_day: time_of_day.0,
    };
    // Its clock continues.
    next.within(1.0 - notes.elapsed.fract());
    let mut ui = egui::Ui::new(
        context.clone(),
        egui::Id::new("notes"),
        egui::UiBuilder::new()
            .layer_id(egui::LayerId::background())
            .max_rect(context.viewport_rect()),
    );
    notes::show(&mut ui, &view.live(), &notes);
}
