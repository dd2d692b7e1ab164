//! The pool of entities for shapes. A system moves them to match the list of a scene's shapes.

use bevy::camera::visibility::RenderLayers;
use bevy::prelude::*;
use content::look::Look;
use exhibit::layout::Layout;
use exhibit::layout::arrangement::Arrangements;
use exhibit::scene::{Role, Scene};

use crate::barcode::StageBarcode;
use crate::shape::{Shape, ShapeLook, Shapes, StageShape};
use crate::{FLIGHT_LAYER, GROUND_LAYER, StageSystems, network, sets};

/// The looks of the stage's shapes. Each has one material.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct ShapeLooks(pub Vec<ShapeLook>);

/// The entities for shapes, and the list of shapes that they show.
#[derive(Resource, Default)]
struct Pool {
    entities: Vec<Entity>,
    shown: usize,
    shapes: Shapes,
    arrangements: Arrangements,
}

/// Spawns entities as a scene needs them, and moves them.
pub fn plugin(app: &mut App) {
    app.init_resource::<Pool>()
        .init_resource::<ShapeLooks>()
        .add_systems(Update, pose.in_set(StageSystems));
}

/// Lists all shapes of a scene.
pub fn list(
    scene: &Scene,
    layout: &Layout,
    look: &Look,
    arrangements: &mut Arrangements,
    shapes: &mut Shapes,
) {
    shapes.shapes.clear();
    shapes.looks.clear();
    if let Some((_, network)) = scene.network() {
        network::list(network, layout, look, shapes);
    }
    // The sets lie over each other in the same order as barcodes.
    for role in Role::ALL {
        let of_role = scene.sets().enumerate().filter(|(_, set)| set.role == role);
        for (index, set) in of_role {
            sets::list(index, set, scene, layout, look, arrangements, shapes);
        }
    }
}

fn pose(
    mut commands: Commands,
    scene: Res<Scene>,
    layout: Res<Layout>,
    look: Res<Look>,
    mut pool: ResMut<Pool>,
    mut looks: ResMut<ShapeLooks>,
    mut entities: Query<
        (&mut StageShape, &mut Transform, &mut Visibility, &mut RenderLayers),
        Without<StageBarcode>,
    >,
) {
    if !(scene.is_changed() || layout.is_changed() || look.is_changed()) {
        return;
    }
    let pool = &mut *pool;
    list(&scene, &layout, &look, &mut pool.arrangements, &mut pool.shapes);
    for (index, shape) in pool.shapes.shapes.iter().enumerate() {
        let stage_shape = StageShape(Some((shape.thing, shape.look)));
        let transform = transform_of(shape, index, &pool.shapes.looks, &layout);
        let layer = RenderLayers::layer(if shape.flies { FLIGHT_LAYER } else { GROUND_LAYER });
        let Some(&entity) = pool.entities.get(index) else {
            let shown = (stage_shape, transform, Visibility::Visible, layer);
            pool.entities.push(commands.spawn(shown).id());
            continue;
        };
        // The entity was spawned in this frame and has its values already.
        let Ok((mut was, mut place, mut visibility, mut layers)) = entities.get_mut(entity) else {
            continue;
        };
        was.set_if_neq(stage_shape);
        place.set_if_neq(transform);
        visibility.set_if_neq(Visibility::Visible);
        layers.set_if_neq(layer);
    }
    let count = pool.shapes.shapes.len();
    for &entity in pool.entities.iter().take(pool.shown).skip(count) {
        if let Ok((mut was, mut place, mut visibility, _)) = entities.get_mut(entity) {
            // Reset invisible shapes too, so that nothing of an earlier moment remains.
            was.set_if_neq(StageShape(None));
            place.set_if_neq(Transform::default());
            visibility.set_if_neq(Visibility::Hidden);
        }
    }
    pool.shown = count;
    if looks.0 != pool.shapes.looks {
        looks.0.clone_from(&pool.shapes.looks);
    }
}

fn transform_of(shape: &Shape, index: usize, looks: &[ShapeLook], layout: &Layout) -> Transform {
    /// The distance between two shapes. It is so small that ten thousand shapes stay before the camera.
    const STEP: f32 = 0.01;
    let rim = looks[shape.look].rim;
    Transform {
        translation: layout.on_stage(shape.centre).extend(10.0 + STEP * index as f32),
        rotation: Quat::from_rotation_z(-shape.angle),
        scale: (shape.size + 2.0 * rim).extend(1.0),
    }
}
