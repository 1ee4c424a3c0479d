// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/finding.hpp"
#include "gis/law/name_rules.hpp"
#include "gis/names/class_scheme.hpp"
#include "gis/names/place_record.hpp"

namespace merestone {

/// Whether `tag` has the form of a BCP 47 language tag (RFC 5646 langtag: "zh", "zh-Hant", "ug-Arab-CN", "und").
bool is_language_tag(std::string_view tag);
/// Whether ISO 639-1 has the language, where the tag names one of two letters; longer ones are not judged.
bool is_known_language(std::string_view tag);
/// Whether it has the form of an ISO 15924 script code: "Hans".
bool is_script_code(std::string_view code);

/// What may not go on record as it is:
///   name.empty, name.too_long (over 500 characters), name.controls (control and bidirectional characters),
///   name.unassigned (characters that Unicode gives no meaning), name.language, name.unknown_language (a warning), name.script,
///   name.parts (specific and generic term do not make up the name; a warning), name.no_source (a warning),
///   name.no_name (a place without any), name.officials (two official names in one language for the same days),
///   name.shape (a shape that is none, or more than one), and what check_class() and check_place_code() find.
std::vector<Finding> check_record(const PlaceRecord& record, std::span<const ClassScheme> schemes);

/// What is doubtful of names that a file delivers, beyond check_record(): what unfit() finds in their characters (an error
/// where no name may have them), and name.formula, a warning, for text that a table takes for a formula.
std::vector<Finding> check_delivered(const PlaceRecord& record);

/// Warnings on two records that are said to be of one place: name.classes_differ for each scheme in which they are of two
/// classes, name.far_apart where more than two kilometres lie between them, name.signs_stay where signs show the name that goes.
std::vector<Finding> check_merge(const PlaceRecord& gone, const PlaceRecord& stays);

/// Of what is new about a place: name.link_relation where no place can be that to another, name.link_itself, name.link_twice,
/// name.address where an old or a new address is not said; script.control and the like in what is said of it in words.
std::vector<Finding> check_details(const PlaceRecord& record);

/// name.unknown_secrecy where the pack has levels and none of this id: what cannot be told secret would not be kept back.
std::vector<Finding> check_secrecy(const NameRules& rules, const std::string& level);

/// Of one name alone.
std::vector<Finding> check_name(const PlaceName& name);

}  // namespace merestone
