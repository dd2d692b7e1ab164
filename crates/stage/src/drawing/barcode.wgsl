// A barcode on its card, with exact coverage at every size: no texture, no multisampling.
//
// The quad is the card and, around it, a rim for its shadow. Lengths are in points.

#import bevy_sprite::mesh2d_vertex_output::VertexOutput

struct Barcode {
    stripes: vec4<u32>,
    card: vec4<f32>,
    before: vec4<f32>,
    after: vec4<f32>,
    uncounted: vec4<f32>,
    card_size: vec2<f32>,
    lit: vec2<f32>,
    rim: f32,
    stripe_count: f32,
    sweep: f32,
    counted: f32,
    shadow: f32,
    opacity: f32,
    hatch_period: f32,
    hatched_before: f32,
    hatched_after: f32,
    padding_a: f32,
    padding_b: f32,
    padding_c: f32,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> barcode: Barcode;

fn rounded_box(point: vec2<f32>, half_size: vec2<f32>, radius: f32) -> f32 {
    let outside = abs(point) - half_size + vec2<f32>(radius);
    return length(max(outside, vec2<f32>(0.0))) + min(max(outside.x, outside.y), 0.0) - radius;
}

fn stripe(index: i32) -> f32 {
    if index < 0 || index >= i32(barcode.stripe_count) {
        return 0.0;
    }
    let word = barcode.stripes[u32(index) / 32u];
    return f32((word >> (u32(index) % 32u)) & 1u);
}

// Returns how much of [a, b], in stripes, is black.
fn black(a: f32, b: f32) -> f32 {
    let first = i32(floor(a));
    let last = min(i32(floor(b)), first + 15);
    var covered = 0.0;
    for (var index = first; index <= last; index++) {
        let overlap = min(b, f32(index) + 1.0) - max(a, f32(index));
        covered += stripe(index) * max(overlap, 0.0);
    }
    return covered / max(b - a, 1e-6);
}

// Returns 1 left of `edge` and 0 right of it. Within a pixel of the edge the value lies between.
fn left_of(edge: f32, position: f32, pixel: f32) -> f32 {
    return clamp(0.5 + (edge - position) / max(pixel, 1e-6), 0.0, 1.0);
}

fn ink(colour: vec4<f32>, hatched: f32, lines: f32) -> vec3<f32> {
    let pale = mix(barcode.card.rgb, colour.rgb, 0.36);
    return mix(colour.rgb, mix(pale, colour.rgb, lines), hatched);
}

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let size = barcode.card_size;
    let half_size = 0.5 * size;
    let point = (in.uv - vec2<f32>(0.5)) * (size + vec2<f32>(2.0 * barcode.rim));
    let pixel = length(vec2<f32>(dpdx(point.x), dpdy(point.x)));

    let radius = min(0.055 * size.y, 0.12 * size.x);
    let card = clamp(0.5 - rounded_box(point, half_size, radius) / pixel, 0.0, 1.0);
    let below = rounded_box(point - vec2<f32>(0.0, 0.22 * barcode.rim), half_size, radius);
    let falloff = 1.0 - smoothstep(-0.3 * barcode.rim, 0.78 * barcode.rim, below);
    let shade = barcode.shadow * falloff * falloff;

    // The bars, with the same margin all around.
    let inset = 0.11 * size.y;
    let stripe_width = (size.x - 2.0 * inset) / barcode.stripe_count;
    let at = (point.x + half_size.x - inset) / stripe_width;
    let footprint = pixel / stripe_width;
    let lit = step(barcode.lit.x, at) * step(at, barcode.lit.y);
    let half_height = half_size.y - inset + 0.45 * inset * lit;
    let tall = clamp(0.5 + (half_height - abs(point.y)) / pixel, 0.0, 1.0);
    let coverage = black(at - 0.5 * footprint, at + 0.5 * footprint) * tall;

    let diagonal = fract((point.x + point.y) / barcode.hatch_period);
    let line_pixel = 1.4 * pixel / barcode.hatch_period;
    let lines = clamp(0.5 + (0.33 - abs(diagonal - 0.5)) / line_pixel, 0.0, 1.0);
    let swept = left_of(barcode.sweep, at, footprint);
    let printed = mix(
        ink(barcode.before, barcode.hatched_before, lines),
        ink(barcode.after, barcode.hatched_after, lines),
        swept,
    );
    let counted = left_of(barcode.counted, at, footprint);
    let bar = mix(barcode.uncounted.rgb, printed, counted);

    let face = mix(barcode.card.rgb, bar, coverage);
    let alpha = card + shade * (1.0 - card);
    return vec4<f32>(face * card / max(alpha, 1e-6), alpha * barcode.opacity);
}
