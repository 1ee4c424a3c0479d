// SPDX-License-Identifier: Apache-2.0
/** Drawing on the map: an area or a track, and the ground that is assumed to be in danger. */
import Feature from 'ol/Feature';
import type Map from 'ol/Map';
import { LineString, MultiPolygon, Polygon } from 'ol/geom';
import { Draw } from 'ol/interaction';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, toLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style } from 'ol/style';

import { hazardOpacity, hazardPattern } from './symbols';
import { hazardColour, theme } from './theme';

export type Corner = [lon: number, lat: number];
export type Form = 'area' | 'track';

/** As many as the service takes in one question. */
const mostCorners = 200;

export interface Drawing {
  /** Lets the reader draw; `done` gets the corners. A second call begins anew. */
  draw(form: Form, done: (corners: Corner[]) => void): void;
  /** Ends drawing without a result. */
  stop(): void;
  busy(): boolean;
  /** Shows ground that is assumed to be in danger; none takes it away. */
  assume(polygons: number[][][][] | undefined, hazard: string, severity: number): void;
  redraw(): void;
}

export function openDrawing(map: Map): Drawing {
  const ground = new Feature<MultiPolygon>();
  let hazard = '';
  let severity = 1;
  const layer = new VectorLayer({
    source: new VectorSource({ features: [ground] }), zIndex: 4, opacity: hazardOpacity, updateWhileInteracting: true,
    style: () => new Style({
      fill: new Fill({ color: hazardPattern(hazard, Math.min(severity, 4), hazardColour(hazard), theme().paper) }),
      stroke: new Stroke({ color: theme().danger, width: 2, lineDash: [7, 4] }),
    }),
  });
  map.addLayer(layer);
  let pen: Draw | undefined;
  let ended = 0;

  const drawing: Drawing = {
    draw(form, done) {
      drawing.stop();
      pen = new Draw({
        type: form === 'area' ? 'Polygon' : 'LineString', maxPoints: mostCorners, stopClick: true,
        style: new Style({
          fill: new Fill({ color: 'rgba(0, 0, 0, 0.06)' }),
          stroke: new Stroke({ color: theme().danger, width: 2 }),
          image: new Circle({ radius: 5, fill: new Fill({ color: theme().danger }), stroke: new Stroke({ color: theme().paper, width: 1.5 }) }),
        }),
      });
      pen.on('drawend', (event) => {
        const shape = event.feature.getGeometry() as Polygon | LineString;
        const flat = shape instanceof Polygon ? shape.getCoordinates()[0]!.slice(0, -1) : shape.getCoordinates();
        ended = performance.now();
        drawing.stop();
        done(flat.map((at) => toLonLat(at) as Corner));
      });
      map.addInteraction(pen);
      document.documentElement.classList.add('drawing');
    },
    stop() {
      if (pen) map.removeInteraction(pen);
      pen = undefined;
      document.documentElement.classList.remove('drawing');
    },
    // The click that ends a drawing asks for nothing else.
    busy: () => pen !== undefined || performance.now() - ended < 400,
    assume(polygons, of, at) {
      hazard = of;
      severity = at;
      ground.setGeometry(polygons && new MultiPolygon(polygons.map((rings) => rings.map((ring) => ring.map((p) => fromLonLat(p))))));
    },
    redraw: () => layer.changed(),
  };
  return drawing;
}
