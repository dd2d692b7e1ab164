//! Pictures of the exhibit, compared with those under `tests/pictures/`.
//!
//! Renderers differ in the last bits of a colour and in the edges of letters, so a picture may differ a
//! little. After a visible change, look at the new pictures, and run
//! `UPDATE_PICTURES=1 cargo test --test pictures`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected must fail, and say how"
)]

use exhibit::visitor::Panel;
use std::path::{Path, PathBuf};

use bevy::math::UVec2;
use content::files::Files;
use exhibit::chapter::find;
use exhibit::command::Command;
use exhibit::settings::Settings;
use image::imageops::crop_imm;
use image::{DynamicImage, RgbImage, RgbaImage};
use learning::Playhead;
use learning_machine::Setup;
use learning_machine::headless::Camera;

/// The least similarity of two pictures in every tile. Equal pictures have 1. A card that is slightly out
/// of place gives less than this limit (see [`a_card_out_of_place_is_found`]).
const ALIKE: f64 = 0.97;
/// The side of a tile in pixels. Tiles are small, because in a whole picture the equal parts would outweigh
/// the different ones.
const TILE: u32 = 80;
const LANDSCAPE: UVec2 = UVec2::new(1280, 720);
const PORTRAIT: UVec2 = UVec2::new(720, 1280);

fn camera(theme: &str, palette: &str, size: UVec2) -> Camera {
    let settings =
        Settings { theme: theme.to_owned(), palette: palette.to_owned(), ..Settings::default() };
    let setup = Setup { settings, ..Setup::new(Files::default()).unwrap() };
    Camera::new(setup, size).unwrap()
}

fn at(chapter: &str, step: usize, fraction: f64) -> (usize, Playhead) {
    (find(chapter).unwrap(), Playhead { step, fraction })
}

fn rgb(picture: RgbaImage) -> RgbImage {
    DynamicImage::ImageRgba8(picture).into_rgb8()
}

/// Returns the similarity of the two tiles that differ most.
fn similarity(one: &RgbImage, other: &RgbImage) -> f64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let (width, height) = one.dimensions();
    let mut least: f64 = 1.0;
    for (x, y) in (0..height / TILE).flat_map(|row| (0..width / TILE).map(move |c| (c, row))) {
        let [one, other] = [one, other]
            .map(|picture| crop_imm(picture, x * TILE, y * TILE, TILE, TILE).to_image());
        least = least.min(image_compare::rgb_hybrid_compare(&one, &other).unwrap().score);
    }
    least
}

fn expected(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(name).with_extension("png")
}

fn compare(name: &str, picture: RgbaImage) {
    let picture = rgb(picture);
    let path = expected(name);
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        picture.save(&path).unwrap();
        return;
    }
    let reference = image::open(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .into_rgb8();
    let alike = similarity(&reference, &picture);
    if alike < ALIKE {
        let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png");
        picture.save(&found).unwrap();
        panic!(
            "{name} has changed: {alike:.4} alike, expected at least {ALIKE}; compare {} with {}",
            found.display(),
            path.display()
        );
    }
}

#[test]
fn chapters_look_like_the_stored_pictures() {
    let mut camera = camera("paper", "safe", LANDSCAPE);
    for (name, (chapter, playhead)) in [
        ("guess-barcode", at("guess-barcode", 9, 0.0)),
        ("histogram-counting", at("histogram", 90, 0.5)),
        ("categories", at("categories", 302, 0.0)),
    ] {
        compare(name, camera.picture(chapter, playhead).unwrap());
    }
    camera.ask(Command::Show(Some(Panel::Help)));
    for _ in 0..3 {
        camera.app().update();
    }
    compare("help", camera.shoot().unwrap());
}

#[test]
fn the_barcode_flies_above_the_plot_at_night() {
    let (chapter, playhead) = at("threshold-learns", 160, 0.72);
    let picture = camera("night", "notebook", LANDSCAPE).picture(chapter, playhead).unwrap();
    compare("threshold-flight", picture);
}

#[test]
fn the_boundary_moves_on_an_upright_screen_of_high_contrast() {
    let (chapter, playhead) = at("threshold-learns", 3, 0.0);
    let mut camera = camera("night", "high-contrast", PORTRAIT);
    compare("threshold-update", camera.picture(chapter, playhead).unwrap());
}

#[test]
fn rectangles_are_in_the_world_and_are_points_in_the_mind() {
    let mut camera = camera("paper", "safe", LANDSCAPE);
    for (name, (chapter, playhead)) in [
        ("perceptron-update", at("perceptron-learns", 83, 0.0)),
        ("perceptron-flight", at("perceptron-learns", 80, 0.6)),
        ("linear-combination", at("linear-combination", 30, 0.0)),
    ] {
        compare(name, camera.picture(chapter, playhead).unwrap());
    }
}

#[test]
fn errors_go_back_through_the_network() {
    let mut upright = camera("night", "safe", PORTRAIT);
    let (chapter, playhead) = at("back-propagation", 4, 0.6);
    compare("back-propagation-error", upright.picture(chapter, playhead).unwrap());
    let (chapter, playhead) = at("back-propagation", 5, 0.0);
    compare("back-propagation-update", upright.picture(chapter, playhead).unwrap());
}

#[test]
fn the_network_learns_beside_its_region_and_the_autoencoder_beside_its_codes() {
    let mut camera = camera("paper", "safe", LANDSCAPE);
    for (name, (chapter, playhead)) in [
        ("network-learns", at("network-learns", 546, 0.4)),
        ("two-steps", at("two-steps", 2, 0.0)),
        ("autoencoder", at("autoencoder", 110, 0.0)),
    ] {
        compare(name, camera.picture(chapter, playhead).unwrap());
    }
}

/// The limit is narrow enough to find a change that a visitor would see.
#[test]
fn a_card_out_of_place_is_found() {
    let (chapter, playhead) = at("threshold-learns", 160, 0.72);
    let mut camera = camera("night", "notebook", LANDSCAPE);
    let one = rgb(camera.picture(chapter, playhead).unwrap());
    let again = rgb(camera.picture(chapter, playhead).unwrap());
    assert_eq!(one, again, "the same moment gives the same picture");
    let earlier = Playhead { fraction: playhead.fraction - 0.04, ..playhead };
    let other = rgb(camera.picture(chapter, earlier).unwrap());
    let alike = similarity(&one, &other);
    assert!(alike < ALIKE, "a flight a little earlier is {alike:.4} alike");
}
