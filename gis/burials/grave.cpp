// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/grave.hpp"

#include <algorithm>
#include <iterator>

namespace merestone {
namespace {

template <class Term>
struct Word {
  Term term;
  std::string_view text;
};

/// The first word of a term is the one that is written.
constexpr Word<Told> told_words[] = {
    {Told::unknown, "unknown"}, {Told::no, "no"},   {Told::yes, "yes"},    {Told::unknown, "不详"}, {Told::unknown, "未知"},
    {Told::no, "否"},           {Told::no, "无"},   {Told::no, "未硬化"},  {Told::no, "0"},         {Told::no, "false"},
    {Told::yes, "是"},          {Told::yes, "有"},  {Told::yes, "硬化"},   {Told::yes, "1"},        {Told::yes, "true"}};

constexpr Word<GraveForm> form_words[] = {
    {GraveForm::unknown, "unknown"}, {GraveForm::mound, "mound"},       {GraveForm::stone, "stone"},   {GraveForm::chair, "chair"},
    {GraveForm::house, "house"},     {GraveForm::vault, "vault"},       {GraveForm::levelled, "levelled"},
    {GraveForm::unknown, "不详"},    {GraveForm::mound, "土坟"},        {GraveForm::mound, "坟头"},    {GraveForm::stone, "立碑"},
    {GraveForm::stone, "石碑"},      {GraveForm::stone, "卧碑"},        {GraveForm::chair, "椅子坟"},  {GraveForm::house, "住宅式"},
    {GraveForm::vault, "墓室"},      {GraveForm::levelled, "平坟"},     {GraveForm::levelled, "深埋"}};

constexpr Word<ProtectionKind> protection_words[] = {
    {ProtectionKind::heritage, "heritage"}, {ProtectionKind::martyr, "martyr"}, {ProtectionKind::custom, "custom"},
    {ProtectionKind::other, "other"},       {ProtectionKind::heritage, "文物"}, {ProtectionKind::heritage, "历史文化"},
    {ProtectionKind::martyr, "烈士"},       {ProtectionKind::custom, "少数民族"}, {ProtectionKind::custom, "习俗"},
    {ProtectionKind::other, "其他"}};

template <class Term, std::size_t n>
std::string_view text_of(const Word<Term> (&words)[n], Term term) {
  return std::find_if(std::begin(words), std::end(words), [&](const Word<Term>& w) { return w.term == term; })->text;
}

template <class Term, std::size_t n>
std::optional<Term> term_of(const Word<Term> (&words)[n], std::string_view text) {
  const auto found = std::find_if(std::begin(words), std::end(words), [&](const Word<Term>& w) { return w.text == text; });
  if (found == std::end(words)) return {};
  return found->term;
}

}  // namespace

std::optional<double> Grave::whole_area_m2() const {
  if (!area_m2 && !annex_m2) return {};
  return area_m2.value_or(0) + annex_m2.value_or(0);
}

const GraveProtection* protection_of(const std::vector<GraveProtection>& protections, GraveId grave, Date day) {
  const auto found = std::find_if(protections.begin(), protections.end(), [&](const GraveProtection& p) {
    return p.grave == grave && p.valid.contains(day);
  });
  return found == protections.end() ? nullptr : &*found;
}

BuiltWhen built_when(const Grave& grave, Date baseline) {
  if (grave.first_seen && *grave.first_seen <= baseline) return BuiltWhen::before;
  if (grave.built_until && *grave.built_until <= baseline) return BuiltWhen::before;
  if (grave.built_from && *grave.built_from > baseline) return BuiltWhen::after;
  return grave.built_from || grave.built_until ? BuiltWhen::unclear : BuiltWhen::not_known;
}

std::string_view to_text(Told term) { return text_of(told_words, term); }
std::string_view to_text(GraveForm term) { return text_of(form_words, term); }
std::string_view to_text(ProtectionKind term) { return text_of(protection_words, term); }

std::string_view to_text(BuiltWhen when) {
  constexpr std::string_view words[] = {"before", "after", "unclear", "not_known"};
  return words[static_cast<std::size_t>(when)];
}

template <>
std::optional<Told> burial_term(std::string_view word) {
  return term_of(told_words, word);
}
template <>
std::optional<GraveForm> burial_term(std::string_view word) {
  return term_of(form_words, word);
}
template <>
std::optional<ProtectionKind> burial_term(std::string_view word) {
  return term_of(protection_words, word);
}

}  // namespace merestone
