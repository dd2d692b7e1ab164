//! Keeps triangles from frame to frame until their inputs change.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Id, Ui};

use exhibit::layout::PlaneFrame;

#[derive(Clone, Default)]
struct Kept {
    key: u64,
    mesh: Option<Arc<Mesh>>,
}

/// Returns the triangles of this name. It makes them again only if `key`, the value of their inputs,
/// has changed.
pub fn mesh(ui: &Ui, name: &str, key: impl Hash, make: impl FnOnce() -> Mesh) -> Arc<Mesh> {
    let mut hasher = DefaultHasher::new();
    (key, ui.pixels_per_point().to_bits()).hash(&mut hasher);
    let key = hasher.finish();
    let id = Id::new(name);
    let kept: Kept = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    if let Some(mesh) = kept.mesh.filter(|_| kept.key == key) {
        return mesh;
    }
    let mesh = Arc::new(make());
    let kept = Kept { key, mesh: Some(Arc::clone(&mesh)) };
    ui.data_mut(|data| data.insert_temp(id, kept));
    mesh
}

/// Returns the part of a mesh's key that depends on its frame.
pub fn key_of(frame: &PlaneFrame) -> impl Hash + use<> {
    let plot = [frame.plot.min.x, frame.plot.min.y, frame.plot.max.x, frame.plot.max.y];
    (plot.map(f32::to_bits), frame.axes.map(f64::to_bits))
}
