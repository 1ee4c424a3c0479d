// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/terms.hpp"

#include "gis/boundaries/word_table.hpp"

namespace merestone {

using word_table::all_in;
using word_table::term_in;
using word_table::text_in;
using word_table::Word;

namespace {

// Each list is in the order of the enumerators.
constexpr Word<LineStatus> line_status_words[] = {
    {LineStatus::settled_demarcated, "settled_demarcated", "已勘定"},
    {LineStatus::settled_undemarcated, "settled_undemarcated", "法定未勘定"},
    {LineStatus::provisional, "provisional", "暂定"}, {LineStatus::undetermined, "undetermined", "未定"},
    {LineStatus::disputed, "disputed", "争议"}, {LineStatus::line_of_control, "line_of_control", "实际控制线"},
    {LineStatus::lease_limit, "lease_limit", "租借界"}, {LineStatus::claim, "claim", "主张"},
    {LineStatus::abolished, "abolished", "废止"}};
constexpr Word<Carrier> carrier_words[] = {
    {Carrier::ridge, "ridge", "山脊|山脊线|分水岭"}, {Carrier::watercourse, "watercourse", "水系|河流|水流"},
    {Carrier::road, "road", "道路"}, {Carrier::straight, "straight", "直线"}, {Carrier::other, "other", "其他"}};
constexpr Word<CarrierSide> carrier_side_words[] = {
    {CarrierSide::centre, "centre", "中心线|中心"}, {CarrierSide::left, "left", "左岸|左侧"},
    {CarrierSide::right, "right", "右岸|右侧"}};
constexpr Word<MovementRule> movement_rule_words[] = {
    {MovementRule::fixed, "fixed", "固定|不变"}, {MovementRule::follows_feature, "follows_feature", "随地物|随地物变动"}};
constexpr Word<MonumentKind> monument_kind_words[] = {
    {MonumentKind::single, "single", "单立|单立双面型"}, {MonumentKind::twin, "double", "双立|同号双立"},
    {MonumentKind::triple, "triple", "三立|同号三立|单立三面型"}, {MonumentKind::point, "point", "边界点"}};
constexpr Word<SeenAs> seen_as_words[] = {
    {SeenAs::found, "found", "完好|在位"}, {SeenAs::damaged, "damaged", "损坏"}, {SeenAs::missing, "missing", "丢失"}};
constexpr Word<Issue> issue_words[] = {
    {Issue::none, "none", "无"}, {Issue::repair, "repair", "修复"}, {Issue::re_survey, "re_survey", "重测"},
    {Issue::sign_removed, "sign_removed", "擅自移动"}, {Issue::encroachment, "encroachment", "越界"}};
constexpr Word<SegmentSeen> segment_seen_words[] = {
    {SegmentSeen::as_agreed, "as_agreed", "一致"}, {SegmentSeen::feature_moved, "feature_moved", "地物变动"},
    {SegmentSeen::changed, "changed", "变化"}};
constexpr Word<InspectionKind> inspection_kind_words[] = {
    {InspectionKind::regular, "regular", "定期"}, {InspectionKind::special, "special", "专项"}};
constexpr Word<InspectionState> inspection_state_words[] = {
    {InspectionState::planned, "planned", "计划"}, {InspectionState::lead_named, "lead_named", "确定牵头方"},
    {InspectionState::joint_meeting_1, "joint_meeting_1", "第一次联席会议"},
    {InspectionState::desk_check, "desk_check", "内业检查"}, {InspectionState::field_check, "field_check", "外业检查"},
    {InspectionState::issues, "issues", "问题处理"},
    {InspectionState::joint_meeting_2, "joint_meeting_2", "第二次联席会议"},
    {InspectionState::report_signed, "report_signed", "签署报告"}, {InspectionState::filed, "filed", "备案"}};
constexpr Word<RiskType> risk_type_words[] = {
    {RiskType::marker, "marker", "界桩"}, {RiskType::terrain, "terrain", "地形"},
    {RiskType::resource, "resource", "资源"}, {RiskType::building, "building", "建筑"},
    {RiskType::water, "water", "水源|用水"}, {RiskType::grazing, "grazing", "放牧"},
    {RiskType::mining, "mining", "采矿"}};

}  // namespace

std::string_view to_text(LineStatus term) { return text_in(line_status_words, term); }
std::string_view to_text(Carrier term) { return text_in(carrier_words, term); }
std::string_view to_text(CarrierSide term) { return text_in(carrier_side_words, term); }
std::string_view to_text(MovementRule term) { return text_in(movement_rule_words, term); }
std::string_view to_text(MonumentKind term) { return text_in(monument_kind_words, term); }
std::string_view to_text(SeenAs term) { return text_in(seen_as_words, term); }
std::string_view to_text(Issue term) { return text_in(issue_words, term); }
std::string_view to_text(SegmentSeen term) { return text_in(segment_seen_words, term); }
std::string_view to_text(InspectionKind term) { return text_in(inspection_kind_words, term); }
std::string_view to_text(InspectionState term) { return text_in(inspection_state_words, term); }
std::string_view to_text(RiskType term) { return text_in(risk_type_words, term); }

template <>
std::optional<LineStatus> from_text(std::string_view word) {
  return term_in(line_status_words, word);
}
template <>
std::optional<Carrier> from_text(std::string_view word) {
  return term_in(carrier_words, word);
}
template <>
std::optional<CarrierSide> from_text(std::string_view word) {
  return term_in(carrier_side_words, word);
}
template <>
std::optional<MovementRule> from_text(std::string_view word) {
  return term_in(movement_rule_words, word);
}
template <>
std::optional<MonumentKind> from_text(std::string_view word) {
  return term_in(monument_kind_words, word);
}
template <>
std::optional<SeenAs> from_text(std::string_view word) {
  return term_in(seen_as_words, word);
}
template <>
std::optional<Issue> from_text(std::string_view word) {
  return term_in(issue_words, word);
}
template <>
std::optional<SegmentSeen> from_text(std::string_view word) {
  return term_in(segment_seen_words, word);
}
template <>
std::optional<InspectionKind> from_text(std::string_view word) {
  return term_in(inspection_kind_words, word);
}
template <>
std::optional<InspectionState> from_text(std::string_view word) {
  return term_in(inspection_state_words, word);
}
template <>
std::optional<RiskType> from_text(std::string_view word) {
  return term_in(risk_type_words, word);
}
template <>
std::string_view words_of<LineStatus>() {
  static const std::string all = all_in(line_status_words);
  return all;
}
template <>
std::string_view words_of<Carrier>() {
  static const std::string all = all_in(carrier_words);
  return all;
}
template <>
std::string_view words_of<CarrierSide>() {
  static const std::string all = all_in(carrier_side_words);
  return all;
}
template <>
std::string_view words_of<MovementRule>() {
  static const std::string all = all_in(movement_rule_words);
  return all;
}
template <>
std::string_view words_of<MonumentKind>() {
  static const std::string all = all_in(monument_kind_words);
  return all;
}
template <>
std::string_view words_of<SeenAs>() {
  static const std::string all = all_in(seen_as_words);
  return all;
}
template <>
std::string_view words_of<Issue>() {
  static const std::string all = all_in(issue_words);
  return all;
}
template <>
std::string_view words_of<SegmentSeen>() {
  static const std::string all = all_in(segment_seen_words);
  return all;
}
template <>
std::string_view words_of<InspectionKind>() {
  static const std::string all = all_in(inspection_kind_words);
  return all;
}
template <>
std::string_view words_of<InspectionState>() {
  static const std::string all = all_in(inspection_state_words);
  return all;
}
template <>
std::string_view words_of<RiskType>() {
  static const std::string all = all_in(risk_type_words);
  return all;
}

}  // namespace merestone
