// SPDX-License-Identifier: Apache-2.0
/** The page in English and Chinese. */

export type Language = 'en' | 'zh';

const words = {
  skip: ['Skip to search', '跳到搜索'],
  language: ['中文', 'English'],
  language_label: ['切换为中文', 'Switch to English'],
  search: ['Search divisions, places, codes', '搜索区划、地名、代码'],
  no_results: ['Nothing is called “{q}”.', '没有名为“{q}”的结果。'],
  a_position: ['Position', '坐标位置'],
  former_name: ['former name', '曾用名'],
  why_sound: ['by its sound', '读音相符'],
  why_sound_beginning: ['begins so, by sound', '读音开头相符'],
  why_code_beginning: ['its code begins so', '代码开头相符'],
  why_letters: ['by first letters', '拼音首字母相符'],
  why_letters_beginning: ['begins with these first letters', '拼音首字母开头相符'],
  why_sound_part: ['holds it, by sound', '读音包含'],
  why_letters_part: ['holds these first letters', '包含这些首字母'],
  why_mixed: ['by characters and letters', '汉字与拼音混合'],
  why_shortened: ['by syllables and letters', '拼音简写'],
  why_containing: ['lies in what the other part names', '位于所述区划内'],
  why_homophone: ['sounds the same', '同音'],
  why_homophone_beginning: ['begins with the same sound', '开头同音'],
  why_typo: ['one character differs', '相差一字'],
  why_sound_typo: ['sounds alike', '读音相近'],
  results: ['{n} results', '{n} 条结果'],
  as_of: ['As of {day} · revision {n}', '截至 {day} · 第 {n} 版'],
  legend: ['Layers and legend', '图层与图例'],
  levels: ['Divisions', '行政区划'],
  level: ['Level {n}', '第 {n} 级'],
  names: ['Names', '地名'],
  hazards: ['Hazard zones', '灾害风险区'],
  facilities: ['Burial facilities', '公墓设施'],
  monuments: ['Monuments', '界桩'],
  graves: ['Graves outside cemeteries', '散埋坟墓'],
  other_kinds: ['Others', '其他'],
  shelters: ['Shelters', '应急避难场所'],
  depots: ['Relief depots', '救灾物资库'],
  theme: ['Thematic map', '专题图'],
  theme_none: ['none', '无'],
  theme_level: ['By', '统计单元'],
  theme_unit: ['in {unit}', '单位：{unit}'],
  theme_over: ['Some are above the whole: counted by place, not by residence.', '部分数值超过总数：按发生地而非户籍地统计。'],
  theme_carried: ['Some figures are carried over from former divisions, or could not be placed.', '部分数值由原区划折算而来或无法归入。'],
  what_if: ['What if', '情景推演'],
  draw_area: ['Draw an area', '绘制区域'],
  draw_track: ['Draw a track', '绘制路径'],
  draw_area_hint: ['Click its corners; a double click ends it, Escape gives it up.', '依次点击各顶点，双击结束，Esc 放弃。'],
  draw_track_hint: ['Click along the track; a double click ends it, Escape gives it up.', '沿路径依次点击，双击结束，Esc 放弃。'],
  clear: ['Clear', '清除'],
  hazard: ['Hazard', '灾种'],
  reach_m: ['Reach, m', '影响半径（米）'],
  division: ['Division', '行政区划'],
  people: ['People', '人口'],
  people_in: ['{n} people', '{n} 人'],
  all_together: ['All together', '合计'],
  in_no_division: ['in no division', '不在任何区划内'],
  natural_villages: ['villages', '自然村'],
  other_places: ['other names', '其他地名'],
  nothing_exposed: ['Nothing lies in it.', '没有任何对象位于其中。'],
  what_if_open: ['Left open: {people} of {of} people ({share} %) have no known place; {uncounted} of {villages} villages never counted; {beyond} of it lies outside all divisions.',
                 '未能确定：{of} 人中有 {people} 人（{share}%）位置不详；{villages} 个自然村中有 {uncounted} 个没有人口数；范围内有 {beyond} 在所有区划之外。'],
  suit: ['Ground for cemeteries', '公墓适宜地块'],
  suit_find: ['Find ground for a cemetery', '查找公墓适宜地块'],
  suit_asking: ['Looking …', '正在查找……'],
  suit_none: ['No ground here keeps all rules.', '此处没有符合全部规则的地块。'],
  suit_road: ['road {m} m', '距道路 {m} 米'],
  suit_village: ['village {m} m', '距村庄 {m} 米'],
  suit_slope: ['slope {n} %', '坡度 {n}%'],
  suit_open: ['By the rules of {day}: {share} % of {name} is suitable, {steep} % too steep; {unjudged} % could not be judged. No approval: look at the place.',
              '按 {day} 的规则：{name} {share}% 适宜，{steep}% 过陡，{unjudged}% 无法判断。不等于批准，须实地勘察。'],
  year: ['Year', '年份'],
  no_data: ['no figure', '无数据'],
  things: ['{n} here', '此处 {n} 处'],
  monument: ['Monument', '界桩'],
  severity: ['Severity', '等级'],
  severity_of: ['severity {n} of 4', '{n} 级（共 4 级）'],
  low: ['low', '低'],
  high: ['high', '高'],
  viewpoint: ['Disputed ground as', '争议地区视角'],
  view_neutral: ['Neutral: every claim', '中立：列出各方主张'],
  view_status_quo: ['It is on the ground', '实地管辖现状'],
  view_claimed: ['{name} claims', '{name}的主张'],
  view_seen: ['{viewer} sees it', '{viewer}的看法'],
  no_side: ['Lines in dispute are shown without prejudice to any claim.', '争议界线的画法不代表对任何一方主张的认可。'],
  disputes: ['Disputes', '边界争议'],
  claim_line: ['Claim of party {n}', '第 {n} 方主张线'],
  undetermined_line: ['Undetermined: as on the ground', '未定界：实地现状'],
  contested: ['Contested ground', '争议地区'],
  dispute: ['Dispute', '争议'],
  status: ['Status', '状态'],
  this_ground: ['This ground', '此片面积'],
  whole_dispute: ['All of the dispute', '争议总面积'],
  claimed_by: ['Claimed by', '主张方'],
  unclaimed: ['In dispute, claimed by no party', '有争议但无人主张'],
  who_claims: ['Who claims it', '各方主张'],
  claims_it: ['{name} claims', '{name}主张'],
  as_it_is: ['On the ground', '实地现状'],
  nobody: ['nobody on record', '无记录的管辖方'],
  trial_begin: ['Try lines here', '在此试画界线'],
  trial: ['A line on trial', '试画界线'],
  trial_how: ['Drag the line on the map: what each party would keep is told at once. Nothing is recorded.',
              '在地图上拖动界线，即时显示各方所得。结果不会写入记录。'],
  trial_from: ['Begin with', '起始界线'],
  trial_share: ['Share', '份额'],
  trial_people: ['People', '人口'],
  trial_villages: ['Natural villages', '自然村'],
  trial_line: ['{km} km, {n} monuments; {ground} km² and {people} people change sides.',
               '长 {km} 千米，界桩 {n} 座；{ground} km²、{people} 人归属变化。'],
  trial_moved: ['A natural village changes sides: the division change must be approved first, where the procedure asks for it.',
                '有自然村归属变化：程序要求审批的，须先报批行政区划变更。'],
  trial_moved_one: ['{name}: from {from} to {to}', '{name}：由{from}划归{to}'],
  trial_stays: ['No natural village changes sides.', '没有自然村归属变化。'],
  trial_save: ['Save the line as GeoJSON', '将界线存为 GeoJSON'],
  contested_too: ['In dispute, not counted', '争议面积（未计入）'],
  exposed_as_it_is: ['Counted as things are on the ground.', '按实地现状统计。'],
  exposed: ['Ground in hazard zones', '位于灾害风险区的面积'],
  exposed_bar: ['{kind}: {list}', '{kind}：{list}'],
  buried: ['Burial facilities', '殡葬设施'],
  in_use: ['{used} of {capacity} in use', '已用 {used} / {capacity}'],
  maps_with: ['The page is drawn with OpenLayers.', '本页面使用 OpenLayers 绘制。'],
  licences: ['Licences', '许可证'],
  map: ['Map. Arrow keys move it, plus and minus zoom, Enter tells what lies under the cross.',
        '地图。方向键移动，加减号缩放，回车键查询十字处的区划。'],
  zoom: ['Zoom', '缩放'],
  zoom_in: ['Zoom in', '放大'],
  zoom_out: ['Zoom out', '缩小'],
  zoom_all: ['Show all', '显示全部'],
  close: ['Close', '关闭'],
  details: ['Details', '详情'],
  code: ['Code', '代码'],
  area: ['Area', '面积'],
  since: ['Since', '始于'],
  until: ['Until', '止于'],
  members: ['Members', '下辖'],
  belongs: ['Belongs to', '隶属'],
  here: ['At this point', '此处'],
  who_held: ['Who held this point on', '此处在该日属于'],
  before: ['Formed from', '由以下区划并入'],
  after: ['Went to', '并入'],
  other_names: ['Other names', '其他名称'],
  outside: ['This point lies outside all divisions on that day.', '该日此点不属于任何区划。'],
  on_line: ['This point lies on a boundary.', '此点位于界线上。'],
  disputed: ['This ground is in dispute.', '此处属争议地区。'],
  capacity: ['Capacity', '容量'],
  used: ['In use', '已使用'],
  source: ['Source', '来源'],
  sources: ['Sources', '来源'],
  generated: ['Hazard zones and cemeteries are generated for demonstration.', '灾害风险区与公墓设施为演示而生成，并非真实数据。'],
  former: ['until {day}', '至 {day}'],
  now: ['now {name}', '现属{name}'],
  in: ['in {where}', '位于{where}'],
  matched: ['also “{name}”', '又名“{name}”'],
  show_all: ['Show all {n}', '显示全部 {n} 个'],
  failed: ['The service does not answer. Is “merestone serve” still running?', '服务无响应。“merestone serve”是否仍在运行？'],
  no_tiles: ['The map has no tiles yet. Make them with “merestone tiles”.', '尚无地图瓦片，请运行“merestone tiles”生成。'],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof words;

/** Words of the data: kinds of divisions, hazards, facilities and places. Unknown ones are shown as they are. */
const kinds: Record<string, [one: string, many: string, zh: string]> = {
  region: ['Region', 'Regions', '大区'], department: ['Department', 'Departments', '省'],
  arrondissement: ['Arrondissement', 'Arrondissements', '区'], canton: ['Canton', 'Cantons', '县'],
  commune: ['Commune', 'Communes', '市镇'], province: ['Province', 'Provinces', '省级'],
  prefecture: ['Prefecture', 'Prefectures', '地级'], county: ['County', 'Counties', '县级'],
  township: ['Township', 'Townships', '乡级'], village: ['Village', 'Villages', '村级'],
  district: ['District', 'Districts', '区'], municipality: ['Municipality', 'Municipalities', '市镇'],
  barangay: ['Barangay', 'Barangays', '描笼涯'],
  flood: ['Flood', 'Floods', '洪水'], landslide: ['Landslide', 'Landslides', '滑坡'],
  wildfire: ['Wildfire', 'Wildfires', '林野火灾'], earthquake: ['Earthquake', 'Earthquakes', '地震'],
  subsidence: ['Subsidence', 'Subsidence', '地面沉降'], storm: ['Storm', 'Storms', '风暴'],
  cemetery: ['Cemetery', 'Cemeteries', '公墓'], columbarium: ['Columbarium', 'Columbaria', '骨灰堂'],
  crematorium: ['Crematorium', 'Crematoria', '火葬场'], welfare_plot: ['Welfare plot', 'Welfare plots', '公益性墓地'],
  funeral_home: ['Funeral home', 'Funeral homes', '殡仪馆'], service_station: ['Funeral service station', 'Funeral service stations', '殡仪服务站'],
  ecological_area: ['Ecological burial area', 'Ecological burial areas', '生态安葬区'],
  living: ['Grave built for the living', 'Graves built for the living', '活人墓'],
  clan: ['Grave in a clan cemetery', 'Graves in clan cemeteries', '宗族墓地'],
  outdoor: ['Outdoor shelter', 'Outdoor shelters', '室外场所'], indoor: ['Indoor shelter', 'Indoor shelters', '室内场所'],
  populatedPlace: ['Populated place', 'Populated places', '居民点'], locality: ['Locality', 'Localities', '地方'],
};

/** How the system makes lines. */
const methods: Record<string, [en: string, zh: string]> = {
  equidistant: ['equidistant', '等距线'], weighted: ['weighted', '加权等距线'], equal_area: ['equal area', '等面积线'],
  equal_people: ['equal people', '等人口线'], ridge: ['ridge', '山脊线'], watercourse: ['watercourse', '水道线'],
  least_cost: ['least cost', '最小代价线'], parallel: ['parallel', '纬线'], meridian: ['meridian', '经线'],
  geodesic: ['geodesic', '大地线'], rhumb: ['rhumb line', '等角航线'], simplified: ['simplified', '简化线'],
};
export const methodWord = (method: string): string => methods[method]?.[current === 'zh' ? 1 : 0] ?? method.replace(/_/g, ' ');

/** States of a case, as country packs name them. */
const states: Record<string, [en: string, zh: string]> = {
  reported: ['Reported', '已报告'], accepted: ['Accepted', '已受理'], status_quo_set: ['Status quo set', '已确定维持现状'],
  negotiating: ['Under negotiation', '协商中'], referred: ['Referred to the upper government', '已报请上级处理'],
  mediating: ['In mediation', '调解中'], agreed: ['Agreed', '已达成协议'], decided: ['Decided', '已裁决'],
  division_change_approval: ['Waits for approval of a division change', '待批准区划变更'], surveyed: ['Surveyed', '已勘测'],
  filed: ['Filed', '已备案'], published: ['Published', '已公布'], closed: ['Closed', '已结案'], suspended: ['Suspended', '中止'],
  withdrawn: ['Withdrawn', '已撤回'], reopened: ['Reopened', '重新受理'], amicable: ['Amicable settlement sought', '友好协商中'],
  certified: ['Certified: no settlement', '已证明协商未果'], trial: ['In formal trial', '正式审理中'], appealed: ['Appealed', '上诉中'],
  excluded: ['Left out: in a hazard zone that it should serve against', '位于所服务灾种的风险区内，不计入容量'],
  protected: ['Protected: kept where it is', '受保护，原址保留'],
  not_our_procedure: ['Not for this procedure', '不适用本程序'],
};

let current: Language = 'en';
const listeners: (() => void)[] = [];

export const language = (): Language => current;

export function t(word: Word, values: Record<string, string | number> = {}): string {
  return words[word][current === 'en' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

const learned: Record<string, [one: string, many: string, zh: string]> = {};

/** The words of the project's law go before our own in Chinese, and fill in for them in English. */
export function learnKinds(words: Record<string, { en: string; zh: string }>): void {
  for (const [kind, { en, zh }] of Object.entries(words)) {
    const own = kinds[kind];
    const one = en.charAt(0).toUpperCase() + en.slice(1);
    const many = /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
    learned[kind] = [own?.[0] ?? one, own?.[1] ?? many, zh];
  }
}

/** How a monument stands, and how it is made. */
const stones: Record<string, [en: string, zh: string]> = {
  in_place: ['in place', '在位'], damaged: ['damaged', '损坏'], displaced: ['displaced', '移位'], missing: ['missing', '丢失'],
  not_observed: ['not observed', '未观测'], single: ['single', '单立'], double: ['double', '双立'], triple: ['triple', '三立'],
};
export const stoneWord = (word: string): string => stones[word]?.[current === 'zh' ? 1 : 0] ?? word;

/** Why a name was found, where that is not plain to see. */
export function reasonWord(match: string): string {
  const key = `why_${match}`;
  return key in words ? t(key as keyof typeof words) : '';
}

export function kindWord(kind: string, many = false): string {
  const known = learned[kind] ?? kinds[kind];
  if (!known) return kind.charAt(0).toUpperCase() + kind.slice(1).replace(/_/g, ' ');
  return current === 'zh' ? known[2] : known[many ? 1 : 0];
}

export function stateWord(name: string): string {
  const known = states[name];
  return known ? known[current === 'en' ? 0 : 1] : learned[name] ? kindWord(name) : name.replace(/_/g, ' ');
}

export function dayWord(day: string): string {
  return new Intl.DateTimeFormat(current === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`));
}

export function numberWord(value: number, digits = 0): string {
  return new Intl.NumberFormat(current === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: digits }).format(value);
}

/** Told after every change of language, and once at once. */
export function onLanguage(listener: () => void): void {
  listeners.push(listener);
  listener();
}

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : 'en';
  try {
    localStorage.setItem('merestone.language', next);
  } catch { /* storage may be switched off */ }
  for (const listener of listeners) listener();
}

export function firstLanguage(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem('merestone.language');
  } catch { /* storage may be switched off */ }
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
