// SPDX-License-Identifier: Apache-2.0
/// What fields of the record of names may hold, and the words for it in files and in the database.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace merestone {

/// What a name is to its place (INSPIRE nameStatus, GNS name types, 地名普查 "别名 / 简称 / 曾用名").
enum class NameKind {
  official,   ///< 标准地名
  former,     ///< 曾用名
  variant,    ///< 别名
  short_form, ///< 简称
  minority,   ///< in a minority's language and script
  exonym,     ///< of people elsewhere
  sign,       ///< as signs show it
};

/// How far a name has come in law.
enum class NameStatus {
  recorded,   ///< on record without a decision that is known
  approved,   ///< decided, not yet in force
  in_force,   ///< announced and in force
  abolished,  ///< 废止
};

/// Whether somebody stands for a reading or a spelling. What was worked out by rule alone is `derived`.
enum class Certainty { confirmed, derived, unsure };

/// What a geometry is to its place.
enum class ShapeRole { position, extent, course, entrance, label };

/// What can be done to a name, and is applied for.
enum class NameAct { name, rename, abolish };

enum class SignKind { division, village, street, lane, building, door, natural_feature, crossing };

/// How a sign was found.
enum class SignCondition { ok, damaged, missing, wrong_text, obscured };

std::string_view to_text(NameKind);       ///< `short_form` is "short"
std::string_view to_text(NameStatus);
std::string_view to_text(Certainty);
std::string_view to_text(ShapeRole);
std::string_view to_text(NameAct);
std::string_view to_text(SignKind);
std::string_view to_text(SignCondition);

std::optional<NameKind> name_kind(std::string_view word);
std::optional<NameStatus> name_status(std::string_view word);
std::optional<Certainty> certainty(std::string_view word);
std::optional<ShapeRole> shape_role(std::string_view word);
std::optional<NameAct> name_act(std::string_view word);
std::optional<SignKind> sign_kind(std::string_view word);
std::optional<SignCondition> sign_condition(std::string_view word);

/// In the order of the enumerators, for help and findings.
std::span<const std::string_view> name_kind_words();
std::span<const std::string_view> sign_kind_words();
std::span<const std::string_view> sign_condition_words();

}  // namespace merestone
