//! QR codes (ISO/IEC 18004).

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Color32, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType};
use qrcodegen::{QrCode, QrCodeEcc};

use crate::cache;

/// Modules of free ground around a code, as the standard asks.
const QUIET: i32 = 4;

/// Draws a text as a QR code, dark on light in every theme, because many phones cannot read the opposite.
/// `name` describes the code to screen readers. A text that is too long for a code leaves the place empty.
pub fn show(ui: &mut Ui, square: Rect, text: &str, name: &str) {
    // egui adds the picture's place to the key, because the mesh holds points of the screen.
    let corner = [square.min.x, square.min.y, square.width()].map(f32::to_bits);
    let mesh = cache::mesh(ui, "qr-code", (text, corner), || mesh(square, text));
    let response = ui.interact(square, ui.id().with("qr-code"), Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, ui.is_enabled(), name));
    ui.painter().add(Arc::clone(&mesh));
}

/// The light ground and the dark modules. Neighbours in a row are one rectangle.
fn mesh(square: Rect, text: &str) -> Mesh {
    let mut mesh = Mesh::default();
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium)
        .or_else(|_| QrCode::encode_text(text, QrCodeEcc::Low))
    else {
        return mesh;
    };
    mesh.add_colored_rect(square, Color32::WHITE);
    let module = square.width() / (code.size() + 2 * QUIET) as f32;
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let corner = Vec2::new((start + QUIET) as f32, (y + QUIET) as f32) * module;
                let size = Vec2::new((x - start) as f32, 1.0) * module;
                mesh.add_colored_rect(
                    Rect::from_min_size(square.min + corner, size),
                    Color32::BLACK,
                );
            }
            x += 1;
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    /// Reads the modules of a mesh back.
    fn dark(mesh: &Mesh, at: egui::Pos2) -> bool {
        mesh.vertices.chunks(4).skip(1).any(|corners| {
            let rect = Rect::from_min_max(corners[0].pos, corners[3].pos);
            rect.contains(at)
        })
    }

    #[test]
    fn the_mesh_has_every_module_of_the_code_and_a_quiet_margin() {
        let text = "https://museum.example/#v=1&chapter=histogram&step=12";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("it is short");
        let modules = code.size() + 2 * QUIET;
        let square = Rect::from_min_size(pos2(10.0, 20.0), Vec2::splat(10.0 * modules as f32));
        let mesh = mesh(square, text);
        for y in -QUIET..code.size() + QUIET {
            for x in -QUIET..code.size() + QUIET {
                let centre = Vec2::new((x + QUIET) as f32 + 0.5, (y + QUIET) as f32 + 0.5) * 10.0;
                assert_eq!(dark(&mesh, square.min + centre), code.get_module(x, y), "{x} {y}");
            }
        }
    }

    #[test]
    fn the_longest_link_has_a_code_and_a_longer_text_has_none() {
        let square = Rect::from_min_size(pos2(0.0, 0.0), Vec2::splat(400.0));
        let longest = content::limits::LINK_CHARACTERS + content::limits::ADDRESS_CHARACTERS;
        assert!(!mesh(square, &"a".repeat(longest)).is_empty());
        assert!(mesh(square, &"a".repeat(10_000)).is_empty());
    }
}
