// SPDX-License-Identifier: Apache-2.0
/** The map: one set of tiles, drawn in three layers, and what the pointer and the keys do on it. */
import Feature from 'ol/Feature';
import Map from 'ol/Map';
import View from 'ol/View';
import { defaults as defaultControls } from 'ol/control/defaults';
import ScaleLine from 'ol/control/ScaleLine';
import type { FeatureLike } from 'ol/Feature';
import MVT from 'ol/format/MVT';
import LineString from 'ol/geom/LineString';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import VectorTileLayer from 'ol/layer/VectorTile';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import VectorTileSource from 'ol/source/VectorTile';
import { Circle, Fill, Stroke, Style } from 'ol/style';
import { createXYZ } from 'ol/tilegrid';

import type { Box, Candidate, TileSet } from './api';
import { openCandidates } from './candidates';
import { byId, calm, narrow } from './dom';
import { Rope } from './drag';
import { openDrawing, type Drawing } from './drawing';
import { siteLayers, state } from './state';
import { boundaryStyle, contestedStyle, divisionStyle, forgetStyles, hazardStyle, highlightStyle, keyOf, markStyle, mix, outlineStyle, setLatitude, setTileZoom } from './styles';
import { hazardOpacity } from './symbols';
import { onTheme, theme } from './theme';

/** What lies at a position of the map. */
export interface Found {
  lon: number;
  lat: number;
  division?: FeatureLike | undefined;
  marks: FeatureLike[];
}

export interface Desk {
  /** Takes the tiles of the viewpoint that is chosen. */
  reload(): void;
  redraw(): void;
  highlight(): void;
  show(box: Box): void;
  go(lon: number, lat: number): void;
  all(): void;
  zoomBy(steps: number): void;
  pin(lon?: number, lat?: number): void;
  /** Moves the map only as far as it takes to bring the pin out from under the cards. */
  reveal(): void;
  look(): Found;
  drawing: Drawing;
  /** Shows ground for new cemeteries; an empty list takes it away. */
  candidates(list: Candidate[]): void;
  /** A line that can be dragged, but for its ends and what is `fixed`; `moved` gets it with each movement. None: no more. */
  tryLine(path?: [number, number][], fixed?: [number, number][], moved?: (path: [number, number][]) => void): void;
}

export interface Hooks {
  hover(found: Found | undefined, x: number, y: number): void;
  click(found: Found): void;
  moved(zoom: number, lon: number, lat: number): void;
}

const tilesUrl = (): string =>
  `/tiles/{z}/{x}/{y}.mvt${state.views.length > 0 ? `?viewpoint=${encodeURIComponent(state.viewpoint)}` : ''}`;

const world = (box: Box): number[] => transformExtent(box, 'EPSG:4326', 'EPSG:3857');

export function openDesk(tiles: TileSet | undefined, box: Box, start: [number, number, number] | undefined, hooks: Hooks): Desk {
  const extent = world(box);
  setLatitude(start?.[2] ?? (box[1] + box[3]) / 2);

  const source = tiles && new VectorTileSource({
    format: new MVT(),
    url: tilesUrl(),
    tileGrid: createXYZ({ minZoom: tiles.minzoom, maxZoom: tiles.maxzoom, tileSize: 512 }),
    transition: calm() ? 0 : 200,
    wrapX: false,
  });
  const grid = source?.getTileGrid();
  if (grid) setTileZoom((resolution) => grid.getZForResolution(resolution));
  source?.on('tileloadend', (event) => {
    const tile = event.tile as unknown as { getFeatures(): FeatureLike[] | null; getTileCoord(): number[] };
    const zoom = tile.getTileCoord()[0]!;
    const levels = state.lineLevels.get(zoom) ?? new Set();
    state.lineLevels.set(zoom, levels);
    for (const feature of tile.getFeatures() ?? []) {
      if (feature.get('layer') === 'labels') state.divisionNames.add(String(feature.get('name')));
      else if (feature.get('layer') === 'boundaries') levels.add(Number(feature.get('admin_level')));
    }
  });
  const options = source ? { source } : {};
  const drawn = (name: string, style: typeof boundaryStyle): typeof boundaryStyle =>
    (feature, resolution) => (feature.get('layer') === name ? style(feature, resolution) : undefined);
  const ground = new VectorTileLayer({ ...options, style: (feature, resolution) => {
    const layer: unknown = feature.get('layer');
    return layer === 'divisions' ? divisionStyle(feature, resolution) : layer === 'disputes' ? contestedStyle(feature) : undefined;
  }, zIndex: 1 });
  const zones = [...new Set(state.info?.hazards.map((hazard) => hazard.kind))].map((kind) => new VectorTileLayer({
    ...options, opacity: hazardOpacity, zIndex: 2,
    style: drawn('hazards', (feature) => (feature.get('kind') === kind ? hazardStyle(feature) : undefined)),
  }));
  const lines = new VectorTileLayer({
    ...options, zIndex: 3,
    style: (feature, resolution) => {
      const layer: unknown = feature.get('layer');
      return layer === 'boundaries' ? boundaryStyle(feature, resolution) : layer === 'divisions' ? outlineStyle(feature, resolution) : undefined;
    },
  });
  const lit = new VectorTileLayer({ ...options, style: highlightStyle, renderMode: 'vector', zIndex: 4, updateWhileInteracting: true });
  const marks = new VectorTileLayer({ ...options, style: markStyle, declutter: true, renderBuffer: 128, zIndex: 5 });

  const needle = new Feature<Point>();
  const pins = new VectorLayer({ source: new VectorSource({ features: [needle] }), zIndex: 6 });
  const pinStyle = (): void => pins.setStyle([
    new Style({ image: new Circle({ radius: 11, fill: new Fill({ color: mix(theme().accent, 0.2) }) }) }),
    new Style({ image: new Circle({ radius: 5, fill: new Fill({ color: theme().accent }), stroke: new Stroke({ color: theme().paper, width: 2 }) }) }),
  ]);
  pinStyle();

  const tried = new Feature<LineString>();
  const trial = new VectorLayer({ source: new VectorSource({ features: [tried] }), zIndex: 7, updateWhileInteracting: true });
  const trialStyle = (): void => trial.setStyle([
    new Style({ stroke: new Stroke({ color: theme().paper, width: 7, lineJoin: 'round' }) }),
    new Style({ stroke: new Stroke({ color: theme().accent, width: 3.5, lineJoin: 'round' }) }),
  ]);
  trialStyle();
  let fixed: [number, number][] = [];
  let told: (path: [number, number][]) => void = () => undefined;
  const rope = new Rope(() => tried.getGeometry(), (at) => fixed.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < 0.01),
                        () => told((tried.getGeometry()?.getCoordinates() ?? []).map((one) => toLonLat(one) as [number, number])));

  const view = new View({ minZoom: 2, maxZoom: 19, enableRotation: false, constrainResolution: false, showFullExtent: true });
  const map = new Map({
    target: 'map',
    view,
    layers: [ground, ...zones, lines, lit, marks, pins, trial],
    controls: defaultControls({ attribution: false, rotate: false, zoom: false })
      .extend([new ScaleLine({ target: byId('scale'), minWidth: 70 })]),
  });

  map.addInteraction(rope);

  /** Room that the cards leave free. */
  const padding = (): number[] => narrow()
    ? [140, 24, byId('panel').hidden && byId('trial').hidden ? 70 : innerHeight * 0.56 + 24, 24]
    : [48, byId('panel').hidden && byId('trial').hidden ? 48 : 420, 64, 400];
  const fit = (target: number[], maxZoom: number, duration: number): void =>
    view.fit(target, { padding: padding(), maxZoom, duration: calm() ? 0 : duration });

  if (start) {
    view.setCenter(fromLonLat([start[1], start[2]]));
    view.setZoom(start[0]);
  } else {
    fit(extent, 14, 0);
  }

  const foundAt = (pixel: number[]): Found => {
    const [lon, lat] = toLonLat(map.getCoordinateFromPixel(pixel) ?? view.getCenter() ?? [0, 0]);
    const found: Found = { lon: lon!, lat: lat!, marks: [] };
    map.forEachFeatureAtPixel(pixel, (feature) => {
      const layer: unknown = feature.get('layer');
      if (layer === 'divisions') {
        if (!found.division || keyOf(feature).level > keyOf(found.division).level) found.division = feature;
      } else if (layer === 'hazards' || layer === 'facilities' || layer === 'monuments' || siteLayers.some((site) => site === layer)) {
        const called = layer === 'monuments' ? 'number' : 'name';
        const same = found.marks.some((other) => other.get('layer') === layer && other.get(called) === feature.get(called));
        if (!same) found.marks.push(feature);
      }
    }, { layerFilter: (layer) => layer === ground || layer === marks || zones.some((zone) => zone === layer), hitTolerance: 3 });
    return found;
  };

  const drawing = openDrawing(map);
  const candidates = openCandidates(map);
  let waiting = 0;
  map.on('pointermove', (event) => {
    cancelAnimationFrame(waiting);
    if (event.dragging || drawing.busy()) return hooks.hover(undefined, 0, 0);
    const [x, y] = event.pixel as [number, number];
    waiting = requestAnimationFrame(() => hooks.hover(foundAt([x, y]), x, y));
  });
  byId('map').addEventListener('pointerleave', () => {
    cancelAnimationFrame(waiting);
    hooks.hover(undefined, 0, 0);
  });
  map.on('singleclick', (event) => {
    if (!drawing.busy()) hooks.click(foundAt(event.pixel));
  });
  map.on('dblclick', (event) => {
    if (drawing.busy()) event.stopPropagation();  // it ends a drawing, and does not zoom
  });
  map.on('moveend', () => {
    const [lon, lat] = toLonLat(view.getCenter() ?? [0, 0]);
    hooks.moved(view.getZoom() ?? 0, lon!, lat!);
  });
  const root = document.documentElement.classList;
  map.on('postrender', () => root.remove('still'));
  map.on('rendercomplete', () => root.add('drawn', 'still'));  // once for each picture that is whole

  const desk: Desk = {
    reload() {
      state.lineLevels.clear();
      state.divisionNames.clear();
      source?.setUrl(tilesUrl());
    },
    redraw() {
      for (const layer of [ground, ...zones, lines, lit, marks]) layer.changed();
      drawing.redraw();
      candidates.redraw();
    },
    highlight: () => lit.changed(),
    show: (target) => fit(world(target), 13, 650),
    go: (lon, lat) => {
      const [x, y] = fromLonLat([lon, lat]) as [number, number];
      fit([x - 2500, y - 2500, x + 2500, y + 2500], 14, 650);
    },
    all: () => fit(extent, 14, 500),
    zoomBy: (steps) => view.animate({ zoom: (view.getZoom() ?? 8) + steps, duration: calm() ? 0 : 200 }),
    pin(lon, lat) {
      needle.setGeometry(lon === undefined || lat === undefined ? undefined : new Point(fromLonLat([lon, lat])));
    },
    reveal() {
      const at = needle.getGeometry()?.getCoordinates();
      const pixel = at && map.getPixelFromCoordinate(at);
      const size = map.getSize();
      const center = view.getCenter();
      if (!pixel || !size || !center) return;
      const [top, right, bottom, left] = padding() as [number, number, number, number];
      const beyond = (value: number, from: number, to: number): number => (value < from ? value - from : value > to ? value - to : 0);
      const dx = beyond(pixel[0]!, left - 40, size[0]! - right + 40);
      const dy = beyond(pixel[1]!, top, size[1]! - bottom);
      if (dx === 0 && dy === 0) return;
      const resolution = view.getResolution() ?? 1;
      view.animate({ center: [center[0]! + dx * resolution, center[1]! - dy * resolution], duration: calm() ? 0 : 350 });
    },
    drawing,
    candidates: (list) => candidates.show(list),
    tryLine(path, stay = [], moved = () => undefined) {
      fixed = stay.map((one) => fromLonLat(one) as [number, number]);
      told = moved;
      tried.setGeometry(path && new LineString(path.map((one) => fromLonLat(one))));
      if (path) fit(tried.getGeometry()!.getExtent(), 15, 650);
    },
    look: () => foundAt(map.getPixelFromCoordinate(view.getCenter() ?? [0, 0]) ?? [0, 0]),
  };
  onTheme(() => {
    forgetStyles();
    pinStyle();
    trialStyle();
    desk.redraw();
  });
  return desk;
}
