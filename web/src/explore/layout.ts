import type { Relation } from "./relations";

export interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  relation: Relation;
  path: string;
}

export interface Layout {
  boxes: Box[];
  lines: Line[];
  width: number;
  height: number;
}

const BETWEEN_LAYERS = 90;
const BETWEEN_BOXES = 22;
const MARGIN = 24;
const SWEEPS = 8;
/** A layer that is higher than this goes on in a column beside it. */
const HIGHEST = 14;

/** The room that a line takes where it passes a layer. */
const BEND: Size = { width: 0, height: 14 };

export interface Size {
  width: number;
  height: number;
}

/**
 * Tables in columns: one stands right of those that refer to it, near those that it belongs to
 * (layers by longest path, order by the average place of neighbours).
 */
export function layOut(
  names: string[],
  relations: Relation[],
  size: (name: string) => Size,
): Layout {
  const shown = new Set(names);
  const links = relations.filter((each) => shown.has(each.from) && shown.has(each.to));
  const { layers, ways } = withBends(layersOf(names, links), links);
  const columns = columnsOf(ordered(layers, ways));
  const places = place(columns, (name) => (shown.has(name) ? size(name) : BEND));
  const at = new Map(places.map((box) => [box.name, box]));
  const boxes = places.filter((box) => shown.has(box.name));
  return {
    boxes,
    lines: links.map((relation, index) => ({
      relation,
      path: path((ways[index] ?? []).flatMap((name) => at.get(name) ?? [])),
    })),
    width: Math.max(0, ...boxes.map((box) => box.x + box.width)) + MARGIN,
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)) + MARGIN,
  };
}

/** Layers by the longest way along references; those that go in circles are cut once. */
function layersOf(names: string[], links: Relation[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const depth = new Map<string, number>();
  const open = new Set<string>();
  const visit = (name: string): number => {
    const known = depth.get(name);
    if (known !== undefined || open.has(name)) {
      return known ?? -1;
    }
    open.add(name);
    const deepest = Math.max(-1, ...(targets.get(name) ?? []).map(visit));
    open.delete(name);
    depth.set(name, deepest + 1);
    return deepest + 1;
  };
  names.forEach(visit);
  const most = Math.max(0, ...depth.values());
  const layers = Array.from({ length: most + 1 }, (): string[] => []);
  for (const name of names) {
    layers[most - (depth.get(name) ?? 0)]?.push(name);
  }
  return layers.filter((layer) => layer.length > 0);
}

/** Where a line passes a layer it gets a place there, so that it does not run behind a table. */
function withBends(
  layers: string[][],
  links: Relation[],
): { layers: string[][]; ways: string[][] } {
  const bent = layers.map((layer) => [...layer]);
  const layerOf = new Map(layers.flatMap((layer, at) => layer.map((name) => [name, at])));
  const ways = links.map(({ from, to }, index) => {
    const [start, end] = [layerOf.get(from) ?? 0, layerOf.get(to) ?? 0];
    const between = Array.from({ length: Math.max(0, end - start - 1) }, (_, step) => {
      const name = `${String(index)}\n${String(step)}`;
      bent[start + 1 + step]?.push(name);
      return name;
    });
    return [from, ...between, to];
  });
  return { layers: bent, ways };
}

/** Each layer in the order of its neighbours, forth and back until it settles. */
function ordered(layers: string[][], ways: string[][]): string[][] {
  const near = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    near.set(one, [...(near.get(one) ?? []), other]);
    near.set(other, [...(near.get(other) ?? []), one]);
  };
  for (const way of ways) {
    way.slice(1).forEach((name, index) => {
      join(way[index] ?? name, name);
    });
  }
  const result = layers.map((layer) => [...layer]);
  const position = new Map<string, number>();
  const note = (layer: string[]) => {
    layer.forEach((name, index) => position.set(name, (index + 0.5) / layer.length));
  };
  result.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const pass = sweep % 2 === 0 ? result : [...result].reverse();
    for (const layer of pass) {
      const wanted = new Map(layer.map((name) => [name, average(name, near, position)]));
      layer.sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
      note(layer);
    }
  }
  return result;
}

function average(name: string, near: Map<string, string[]>, position: Map<string, number>): number {
  const places = (near.get(name) ?? []).map((each) => position.get(each) ?? 0.5);
  return places.length === 0
    ? (position.get(name) ?? 0.5)
    : places.reduce((sum, place) => sum + place, 0) / places.length;
}

function columnsOf(layers: string[][]): string[][] {
  return layers.flatMap((layer) => {
    const parts = Math.ceil(layer.length / HIGHEST);
    const each = Math.ceil(layer.length / parts);
    return Array.from({ length: parts }, (_, part) => layer.slice(part * each, (part + 1) * each));
  });
}

function place(columns: string[][], size: (name: string) => Size): Box[] {
  const heights = columns.map((names) =>
    names.reduce((sum, name) => sum + size(name).height + BETWEEN_BOXES, -BETWEEN_BOXES),
  );
  const tallest = Math.max(0, ...heights);
  let x = MARGIN;
  return columns.flatMap((names, column) => {
    const width = Math.max(...names.map((name) => size(name).width));
    let y = MARGIN + (tallest - (heights[column] ?? 0)) / 2;
    const boxes = names.map((name) => {
      const { height } = size(name);
      const box = { name, x, y, width, height };
      y += height + BETWEEN_BOXES;
      return box;
    });
    x += width + BETWEEN_LAYERS;
    return boxes;
  });
}

function path(way: Box[]): string {
  const [first, ...rest] = way;
  if (!first) {
    return "";
  }
  let before = first;
  return rest.reduce((drawn, box, index) => {
    const across =
      index < rest.length - 1 ? ` L ${n(box.x + box.width)} ${n(box.y + box.height / 2)} ` : "";
    const part = `${drawn}${curve(before, box)}${across}`;
    before = box;
    return part;
  }, "");
}

/** From side to side where there is room, otherwise in a bow on one side. */
function curve(from: Box, to: Box): string {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  if (from === to) {
    const x = from.x + from.width;
    return `M ${n(x)} ${n(y1 - 8)} C ${n(x + 46)} ${n(y1 - 30)}, ${n(x + 46)} ${n(y1 + 30)}, ${n(x)} ${n(y1 + 8)}`;
  }
  const leads = from.x + from.width <= to.x;
  const back = to.x + to.width <= from.x;
  const x1 = back ? from.x : from.x + from.width;
  const x2 = leads ? to.x : to.x + to.width;
  const reach = leads || back ? Math.abs(x2 - x1) / 2 : 60;
  const c1 = back ? x1 - reach : x1 + reach;
  const c2 = leads ? x2 - reach : x2 + reach;
  return `M ${n(x1)} ${n(y1)} C ${n(c1)} ${n(y1)}, ${n(c2)} ${n(y2)}, ${n(x2)} ${n(y2)}`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
