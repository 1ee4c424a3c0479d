// SPDX-License-Identifier: Apache-2.0
/** Dragging a line as one drags a rope: what is near the hand goes along, its ends and other fixed points stay. */
import type MapBrowserEvent from 'ol/MapBrowserEvent';
import type LineString from 'ol/geom/LineString';
import PointerInteraction from 'ol/interaction/Pointer';

const reach = 90;       // pixels along the line that go with the hand
const grip = 12;        // pixels from the line at which it is held
const step = 8;         // pixels between positions near the hand

type Point = [number, number];
const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The line with positions at most `room` apart where it comes within `radius` of the hand, measured along it. */
function grown(line: Point[], at: Point, radius: number, room: number): Point[] {
  const out: Point[] = [line[0]!];
  for (let i = 1; i < line.length; ++i) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const near = Math.min(apart(from, at), apart(to, at)) < radius + apart(from, to);
    const parts = near ? Math.ceil(apart(from, to) / room) : 1;
    for (let k = 1; k < parts; ++k) out.push([from[0] + ((to[0] - from[0]) * k) / parts, from[1] + ((to[1] - from[1]) * k) / parts]);
    out.push(to);
  }
  return out;
}

/** How far along the line each position is from the one at `held`, both ways. */
function along(line: Point[], held: number): number[] {
  const far = new Array<number>(line.length).fill(0);
  for (let i = held + 1; i < line.length; ++i) far[i] = far[i - 1]! + apart(line[i - 1]!, line[i]!);
  for (let i = held - 1; i >= 0; --i) far[i] = far[i + 1]! + apart(line[i + 1]!, line[i]!);
  return far;
}

export class Rope extends PointerInteraction {
  private start: Point[] = [];
  private far: number[] = [];
  private from: Point = [0, 0];
  private fixed: boolean[] = [];

  /** `stays` tells which positions do not move; `moved` is called with each movement. */
  constructor(private readonly line: () => LineString | undefined, private readonly stays: (at: Point) => boolean, private readonly moved: () => void) {
    super();
  }

  override handleDownEvent(event: MapBrowserEvent): boolean {
    const line = this.line();
    const at = event.coordinate as Point;
    const resolution = event.map.getView().getResolution() ?? 1;
    if (!line || apart(line.getClosestPoint(at) as Point, at) > grip * resolution) return false;
    this.start = grown(line.getCoordinates() as Point[], at, reach * resolution, step * resolution);
    let held = 0;
    this.start.forEach((point, i) => {
      if (apart(point, at) < apart(this.start[held]!, at)) held = i;
    });
    this.far = along(this.start, held).map((length) => length / (reach * resolution));
    this.fixed = this.start.map((point, i) => i === 0 || i === this.start.length - 1 || this.stays(point));
    // What lies beyond a fixed point is out of reach.
    for (let i = held, out = false; i < this.start.length; ++i) this.fixed[i] = out ||= this.fixed[i]!;
    for (let i = held, out = false; i >= 0; --i) this.fixed[i] = out ||= this.fixed[i]!;
    this.from = at;
    return true;
  }

  override handleDragEvent(event: MapBrowserEvent): void {
    const [dx, dy] = [event.coordinate[0]! - this.from[0], event.coordinate[1]! - this.from[1]];
    this.line()?.setCoordinates(this.start.map((point, i) => {
      const far = this.far[i]!;
      if (this.fixed[i] || far >= 1) return point;
      const share = (1 - far * far) ** 2;
      return [point[0] + dx * share, point[1] + dy * share];
    }));
    this.moved();
  }

  override handleUpEvent(): boolean {
    this.moved();
    return false;
  }
}
