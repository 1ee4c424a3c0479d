// SPDX-License-Identifier: Apache-2.0
/// Classes of places as data: a tree of codes, what attributes a class has, and what it is in other schemes
/// (domain.md §1.5). The schemes themselves stand in data/packs/classes.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/law/wording.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class AttributeKind { text, number, whole, day, flag };  ///< a flag is "yes" or "no"

struct ClassAttribute {
  std::string name;  ///< "length_km"
  Wording words{};
  AttributeKind kind = AttributeKind::text;
};

struct NameClass {
  std::string code;
  std::string parent{};  ///< code; empty at the top
  Wording words{};
  std::vector<ClassAttribute> attributes{};  ///< its own; those of its parents hold too
};

/// The same class elsewhere; several where the other scheme is finer, the first the usual one.
struct ClassMapping {
  std::string code;
  std::string scheme;
  std::string other;
};

struct ClassScheme {
  std::string id;  ///< "geonames"
  Wording words{};
  std::string source{};
  bool partial = false;  ///< not every class of the standard is here: an unknown code is a warning, no error
  bool nested = false;   ///< a code begins with that of what it belongs to, also one that is not here
  std::vector<NameClass> classes{};
  std::vector<ClassMapping> mappings{};

  const NameClass* find(std::string_view code) const;
  /// The class, then what it belongs to, up to the top; of an unknown code what it belongs to, where codes tell; else empty.
  std::vector<const NameClass*> lineage(std::string_view code) const;
  bool is_within(std::string_view code, std::string_view ancestor) const;
  std::vector<const ClassAttribute*> attributes(std::string_view code) const;
};

/// The code in `to` that `code` of `from` answers to: mapped itself, else by the nearest class above it; then by a mapping
/// of `to` onto it. Empty where there is none.
std::string crosswalk(const ClassScheme& from, std::string_view code, const ClassScheme& to);

/// name.unknown_class (a warning where the scheme is partial), name.unknown_attribute, name.attribute_value.
struct NamedValue {
  std::string name;
  std::string value;
};
std::vector<Finding> check_class(const ClassScheme& scheme, std::string_view code, std::span<const NamedValue> attributes);

/// A scheme that contradicts itself: pack.twice, pack.unknown_id, pack.no_words.
std::vector<Finding> check_scheme(const ClassScheme& scheme);

}  // namespace merestone
