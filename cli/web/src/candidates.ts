// SPDX-License-Identifier: Apache-2.0
/** Candidates for new cemeteries on the map, each with its rank. */
import Feature from 'ol/Feature';
import type Map from 'ol/Map';
import MultiPolygon from 'ol/geom/MultiPolygon';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style, Text } from 'ol/style';

import type { Candidate } from './api';
import { theme } from './theme';

export interface CandidateLayer {
  show(list: Candidate[]): void;
  redraw(): void;
}

export function openCandidates(map: Map): CandidateLayer {
  const source = new VectorSource<Feature<MultiPolygon>>();
  const layer = new VectorLayer({
    source, zIndex: 5,
    style: (feature) => new Style({
      fill: new Fill({ color: 'rgba(76, 158, 107, 0.55)' }),
      stroke: new Stroke({ color: theme().accent, width: 1.5 }),
      text: new Text({
        text: String(feature.get('rank')), font: '600 12px system-ui, sans-serif', overflow: true,
        fill: new Fill({ color: theme().ink }), stroke: new Stroke({ color: theme().halo, width: 3 }),
      }),
    }),
  });
  map.addLayer(layer);
  return {
    show(list) {
      source.clear();
      source.addFeatures(list.map((one) => new Feature({
        rank: one.rank, geometry: new MultiPolygon(one.shape.map((rings) => rings.map((ring) => ring.map((p) => fromLonLat(p))))),
      })));
    },
    redraw: () => layer.changed(),
  };
}
