// SPDX-License-Identifier: Apache-2.0
/** What the service answers; see cli/service/site.hpp for the paths. */
import { state } from './state';
import { language } from './words';

export type Box = [number, number, number, number];
export interface Brief { code: string; name: string; level: number; kind: string }
export interface Valid { from?: string; until?: string }
export interface Kind { kind: string; count: number; severity?: number }
export interface Info {
  title: string; day: string; revision: number; divisions: number; places: number;
  hazards: Kind[]; facilities: Kind[]; monuments: Kind[];
  graves: Kind[]; shelters: Kind[]; depots: Kind[]; kind_words: Record<string, { en: string; zh: string }>;
  sources: string[]; generated: boolean; disputed: boolean; extent?: Box; home?: Box;
  documents: { title: string; issuer: string; licence: string }[];
}
export interface Level { level: number; count: number; median_km2?: number; kinds: Kind[]; words?: { en: string; zh: string } }
export interface Levels { on: string; levels: Level[] }
export interface TileSet { tiles: [string]; minzoom: number; maxzoom: number; bounds?: Box }
/** One way to see disputed ground. */
export interface View {
  viewpoint: string; kind: 'neutral' | 'status-quo' | 'claimed-by' | 'seen-by'; division?: Brief; viewer?: string;
}
export interface Viewpoints { shown: string; viewpoints: View[] }
/** What a party says of contested ground, or, as party 0, how things are: who would hold it. */
export interface Version { party: number; claimant?: Brief; title?: string; chain: Brief[] }
export interface Contested {
  dispute?: number; trial?: string; title?: string; status?: string; area_km2: number; dispute_km2: number;
  claimants: Brief[]; versions: Version[];
}
export interface At {
  lon: number; lat: number; on: string; status: 'inside' | 'on_line' | 'disputed' | 'outside';
  holders: { chain: Brief[] }[]; contested?: Contested;
}
export interface Relative { code?: string; name?: string; day: string; reason?: string }
export interface Division extends Brief {
  on: string; valid: Valid; box?: Box; area_km2?: number; contested_km2?: number; exposure_as?: string; superiors: Brief[]; member_count: number; members: Brief[];
  names: { text: string; language: string; status: string; valid: Valid }[];
  before: Relative[]; after: Relative[];
  exposure?: { kind: string; severity: number; area_km2: number; share: number }[];
  facilities?: { kind: string; count: number; capacity: number; used: number }[];
}
export interface Hit extends Brief {
  subject: 'division' | 'place' | 'former' | 'position'; match: string; matched?: string;
  /** The name that matched, cut where the match begins and ends. */
  marked?: [string, string, string]; former?: boolean; disputed?: boolean; distance_m?: number;
  /** What a place is, by its class on record. */
  words?: Words;
  where: string[]; box?: Box; lon?: number; lat?: number; valid?: Valid; successor?: Brief;
}

type Words = { en: string; zh: string };
export interface Indicators { indicators: { indicator: string; words: Words; unit: Words; years: number[] }[]; levels: number[] }
/** A figure of every division of a level, on the divisions of the day that is shown. */
export interface Thematic {
  indicator: string; year: number; level: number; on: string; words: Words; unit: Words; method: string;
  classes: { above: number; up_to: number; count: number; colour: string }[];
  no_data: string; without: number; notes: string[];
  values: Record<string, { value: number; class: number; estimated?: boolean; trend?: number }>;
}

/** Hazards that may be assumed, with their classes of severity. */
export interface Assumable { hazards: { hazard: string; words: Words; classes: { severity: number; words: Words }[] }[] }
export interface Exposed { area_km2: number; people: number; counts: Record<string, number> }
/** Who and what lies in a hazard that was drawn. */
export interface Assumed {
  hazard: string; severity: number; on: string; level: number;
  lines: (Exposed & { share: number; code?: string; name?: string; level?: number })[];
  total: Exposed;
  unresolved: { people: number; of_people: number; people_share: number; villages_uncounted: number; villages: number; beyond_km2: number };
  shape: number[][][][];
}

/** Ground for a new cemetery. */
export interface Candidate {
  rank: number; division: string; score: number; area_m2: number; lon: number; lat: number; shape: number[][][][];
  road_m?: number; village_m?: number; slope_percent?: number;
}
export interface Suitable {
  code: string; name: string; law_day: string; cell_m: number; cells: number; suitable: number; steep: number; unjudged: number;
  candidates: Candidate[]; findings: { en: string; zh: string }[];
}

/** A line through the strip between two parties; its path in degrees. */
export interface TrialLine { kind: 'claim_a' | 'claim_b' | 'in_force' | 'proposal'; title?: string; method?: string; path: [number, number][] }
export interface Trial {
  case: string; between: string; strip: number; parties: { party: string; division?: Brief }[]; lines: TrialLine[];
}
export interface Banded { value: number; low: number; high: number }
export interface Side {
  party: string; share: number;
  keeps: { area_m2: Banded; layers: { layer: string; count?: Banded; weight?: Banded; area_m2?: Banded; natural_villages?: string[] }[] };
}
/** What a line does to the ground and people of the strip. */
export interface Figures {
  sides: [Side, Side]; length_m: number; monuments: number; changed_m2: number; people_moved: number; needs_division_change: boolean;
  villages_moved: { name: string; from: string; to: string }[];
}

interface Problem { title: string; detail?: string; findings?: { rule: string; en: string; zh: string }[] }

/** A refusal in the reader's language. */
export class Refusal extends Error {
  constructor(readonly status: number, problem: Problem) {
    const finding = problem.findings?.[0];
    super(finding ? finding[language()] : problem.detail ?? problem.title);
  }
}

type Parameters = Record<string, string | number | undefined>;

function inForm(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value));
  // Commas may stand as they are (RFC 3986 §3.4), and a drawing has many of them.
  return query.toString().replace(/%2C/g, ',');
}

async function told<T>(path: string, how: RequestInit): Promise<T> {
  const answer = await fetch(path, how);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Refusal(answer.status, body as Problem);
  return body as T;
}

function get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  const asked = inForm(parameters);
  return told(asked ? `${path}?${asked}` : path, signal ? { signal } : {});
}

/** The same question for what is longer than an address may be. */
function post<T>(path: string, parameters: Parameters, signal: AbortSignal): Promise<T> {
  return told(path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: inForm(parameters), signal });
}

/** Asked for only where there is something to choose. */
const viewpoint = (): string | undefined => (state.views.length > 0 ? state.viewpoint : undefined);

export const api = {
  info: () => get<Info>('/api/info'),
  levels: () => get<Levels>('/api/levels'),
  tiles: () => get<TileSet>('/tiles.json'),
  viewpoints: () => get<Viewpoints>('/api/viewpoints'),
  indicators: () => get<Indicators>('/api/indicators'),
  thematic: (indicator: string, year?: number, level?: number) => get<Thematic>('/api/thematic', { indicator, year, level }),
  assumable: () => get<Assumable>('/api/what-if'),
  assume: (form: string, corners: [number, number][], hazard: string, severity: number | undefined, radius: number | undefined,
           level: number | undefined, signal: AbortSignal) =>
    get<Assumed>('/api/what-if', { form, shape: corners.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(' '),
                                   hazard, severity, radius, level }, signal),
  /** Not available where the map is for everybody. */
  plans: () => get<{ available: boolean }>('/api/suitable'),
  suitable: (code: string, signal: AbortSignal) => get<Suitable>(`/api/suitable/${encodeURIComponent(code)}`, {}, signal),
  tints: () => get<Record<string, Record<string, number>>>('/api/tints'),
  at: (lon: number, lat: number, on?: string, signal?: AbortSignal) =>
    get<At>('/api/at', { lon: lon.toFixed(7), lat: lat.toFixed(7), on, viewpoint: viewpoint() }, signal),
  division: (code: string, level?: number, on?: string, signal?: AbortSignal) =>
    get<Division>(`/api/divisions/${encodeURIComponent(code)}`, { level, on, viewpoint: viewpoint() }, signal),
  trial: (number: string) => get<Trial>(`/api/trials/${encodeURIComponent(number)}`),
  figures: (trial: Trial, line: string, signal: AbortSignal) =>
    post<Figures>(`/api/trials/${encodeURIComponent(trial.case)}/figures`, { line, between: trial.between, strip: trial.strip }, signal),
  search: (q: string, near: string | undefined, signal: AbortSignal) =>
    get<{ results: Hit[]; notes: string[] }>('/api/search', { q, limit: 12, near }, signal),
};
