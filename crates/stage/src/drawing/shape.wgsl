// A rounded box of any size and turn, with exact coverage: no texture, no multisampling.
//
// The quad is the box and, around it, a rim for its shadow or glow. The shader computes the size of the
// quad from the change of the texture coordinates from pixel to pixel. So all shapes of one look share
// one material, and one call draws them. Lengths are in points.

#import bevy_sprite::mesh2d_vertex_output::VertexOutput

struct Shape {
    before: vec4<f32>,
    before_pale: vec4<f32>,
    after: vec4<f32>,
    after_pale: vec4<f32>,
    edge: vec4<f32>,
    halo: vec4<f32>,
    sweep: f32,
    edge_width: f32,
    radius: f32,
    rim: f32,
    halo_drop: f32,
    dash: f32,
    hatch_period: f32,
    opacity: f32,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> shape: Shape;

fn rounded_box(point: vec2<f32>, half_size: vec2<f32>, radius: f32) -> f32 {
    let outside = abs(point) - half_size + vec2<f32>(radius);
    return length(max(outside, vec2<f32>(0.0))) + min(max(outside.x, outside.y), 0.0) - radius;
}

fn hatched(colour: vec4<f32>, pale: vec4<f32>, point: vec2<f32>, pixel: f32) -> vec4<f32> {
    let diagonal = fract((point.x - point.y) / shape.hatch_period);
    let line_pixel = 1.4 * pixel / shape.hatch_period;
    let lines = clamp(0.5 + (0.30 - abs(diagonal - 0.5)) / line_pixel, 0.0, 1.0);
    return mix(pale, colour, lines);
}

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let pixel = length(dpdx(in.world_position.xy));
    let across = length(vec2<f32>(dpdx(in.uv.x), dpdy(in.uv.x)));
    let down = length(vec2<f32>(dpdx(in.uv.y), dpdy(in.uv.y)));
    let quad = vec2<f32>(pixel) / max(vec2<f32>(across, down), vec2<f32>(1e-6));
    let size = max(quad - vec2<f32>(2.0 * shape.rim), vec2<f32>(0.0));
    let half_size = 0.5 * size;
    let point = (in.uv - vec2<f32>(0.5)) * quad;

    let radius = min(shape.radius, min(half_size.x, half_size.y));
    let distance = rounded_box(point, half_size, radius);
    var cover = clamp(0.5 - distance / pixel, 0.0, 1.0);
    // Do not branch here: software renderers compile the shader again for each value that a branch
    // depends on, and keep every version for ever.
    let period = max(shape.dash, 1e-3);
    let along = abs(fract(point.x / period) - 0.5) * period;
    let dashes = clamp(0.5 + (0.31 * period - along) / pixel, 0.0, 1.0);
    cover *= mix(1.0, dashes, step(1e-6, shape.dash));
    let place = (point.x + half_size.x) / max(size.x, 1e-6);
    let swept = clamp(0.5 + (shape.sweep - place) * size.x / pixel, 0.0, 1.0)
        * step(1e-6, shape.sweep);
    let face = mix(
        hatched(shape.before, shape.before_pale, point, pixel),
        hatched(shape.after, shape.after_pale, point, pixel),
        swept,
    );
    let on_edge = clamp(0.5 + (distance + shape.edge_width) / pixel, 0.0, 1.0)
        * step(1e-6, shape.edge_width) * shape.edge.a;
    let colour = mix(face.rgb, shape.edge.rgb, on_edge);

    let below = rounded_box(point - vec2<f32>(0.0, shape.halo_drop), half_size, radius);
    let falloff = 1.0 - smoothstep(-0.3 * shape.rim, 0.78 * shape.rim, below);
    let halo = shape.halo.a * falloff * falloff * step(1e-6, shape.rim);
    let alpha = cover + halo * (1.0 - cover);
    let mixed = (colour * cover + shape.halo.rgb * halo * (1.0 - cover)) / max(alpha, 1e-6);
    return vec4<f32>(mixed, alpha * shape.opacity);
}
