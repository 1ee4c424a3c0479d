// SPDX-License-Identifier: Apache-2.0
#include "gis/names/taking_over.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/names/place_code.hpp"

#include <algorithm>

namespace merestone {
namespace {

class TakingOver {
 public:
  TakingOver(const PlaceRecord& known, const PlaceRecord& delivered, double moved_m, std::vector<FieldDifference>* differences)
      : known_{known}, delivered_{delivered}, moved_m_{moved_m}, differences_{differences}, becomes_{known} {}

  PlaceRecord run() {
    for (const PlaceName& name : delivered_.names) take_name(name);
    take_position();
    for (const PlaceClass& c : delivered_.classes) take_class(c);
    take_divisions();
    for (const PlaceCode& c : delivered_.codes) take_code(c);
    for (const PlaceAttribute& a : delivered_.attributes) take_attribute(a);
    bool head = take("location", becomes_.head.location, delivered_.head.location);
    head = take("description", becomes_.head.description, delivered_.head.description) || head;
    if (delivered_.head.secrecy != PlaceHead{}.secrecy) head = take("secrecy", becomes_.head.secrecy, delivered_.head.secrecy) || head;
    if (head) becomes_.head.fact = 0;
    return std::move(becomes_);
  }

 private:
  void differs(std::string field, std::string said, std::string known = {}, bool contradicts = false) {
    if (differences_ != nullptr) differences_->push_back({std::move(field), std::move(said), std::move(known), contradicts});
  }

  /// Whether `to` has changed; `of` says whose field it is where that is open.
  bool take(const char* field, std::string& to, const std::string& from, const std::string& of = {}) {
    if (from.empty() || from == to) return false;
    differs(field, to.empty() && !of.empty() ? of : from, to, !to.empty());
    to = from;
    return true;
  }

  void take_name(const PlaceName& delivered) {
    const PlaceName* same = same_name(becomes_, delivered);
    if (same != nullptr) return complete(becomes_.names[static_cast<std::size_t>(same - becomes_.names.data())], delivered);
    const auto rival = std::find_if(becomes_.names.begin(), becomes_.names.end(), [&](const PlaceName& k) {
      return k.kind == NameKind::official && delivered.kind == NameKind::official && k.language == delivered.language && k.days().overlaps(delivered.days());
    });
    differs("name", delivered.text, rival == becomes_.names.end() ? "" : rival->text, rival != becomes_.names.end());
    PlaceName name = delivered;
    name.id = {};
    name.fact = name.detail = 0;
    name.place = known_.id;
    for (Spelling& s : name.spellings) s.fact = 0;
    if (rival != becomes_.names.end()) name.kind = NameKind::variant;
    becomes_.names.push_back(std::move(name));
  }

  void complete(PlaceName& name, const PlaceName& delivered) {
    const PlaceName before = name;
    const bool parts = !delivered.specific.empty() || !delivered.generic.empty();
    if (parts && (name.specific != delivered.specific || name.generic != delivered.generic)) {
      const bool open = name.specific.empty() && name.generic.empty();
      if (name.specific != delivered.specific) differs("specific", open ? name.text : delivered.specific, name.specific, !open);
      if (name.generic != delivered.generic) differs("generic", open ? name.text : delivered.generic, name.generic, !open);
      name.specific = delivered.specific;
      name.generic = delivered.generic;
    }
    if (take("reading", name.reading, delivered.reading, name.text)) name.reading_certainty = delivered.reading_certainty;
    take("script", name.script, delivered.script, name.text);
    take("origin", name.origin, delivered.origin, name.text);
    take("meaning", name.meaning, delivered.meaning, name.text);
    const bool details = name.reading != before.reading || name.script != before.script || name.origin != before.origin || name.meaning != before.meaning ||
                         name.specific != before.specific || name.generic != before.generic;
    if (details && !delivered.source.empty()) name.source = delivered.source;
    if (details) name.detail = 0;
    take_days(name, delivered);
    for (const Spelling& s : delivered.spellings) {
      const bool there = std::any_of(name.spellings.begin(), name.spellings.end(), [&](const Spelling& k) { return k.text == s.text && k.script == s.script; });
      if (there) continue;
      name.spellings.push_back(s);
      name.spellings.back().fact = 0;
      differs("spelling", name.text);
    }
  }

  /// The days of a name that a renaming has divided are those of the acts.
  void take_days(PlaceName& name, const PlaceName& delivered) {
    const auto versions = std::count_if(becomes_.names.begin(), becomes_.names.end(), [&](const PlaceName& n) { return n.text == name.text && n.language == name.language; });
    if (delivered.valid == Edtf{} || delivered.valid == name.valid || versions > 1) return;
    const bool open = name.valid == Edtf{};
    differs("valid", to_string(delivered.valid), open ? "" : to_string(name.valid), !open);
    name.valid = delivered.valid;
    name.fact = name.detail = 0;
  }

  void take_position() {
    if (!delivered_.position) return;
    if (known_.position) {
      const double away = distance_m(*delivered_.position, *known_.position);
      if (away <= moved_m_) return;
      differs("position", fixed(away, 0) + " m", "", true);
      for (PlaceShape& shape : becomes_.shapes) {
        if (shape.role != ShapeRole::position || !shape.position || shape.position != known_.position) continue;
        shape.position = delivered_.position;
        shape.method.clear();
        shape.accuracy_m = 0;
        shape.document = {};
        shape.fact = 0;
      }
    } else {
      differs("position", "");
    }
    becomes_.position = delivered_.position;
    becomes_.fact = 0;
  }

  void take_class(const PlaceClass& delivered) {
    const auto known = std::find_if(becomes_.classes.begin(), becomes_.classes.end(), [&](const PlaceClass& k) { return k.scheme == delivered.scheme; });
    if (known == becomes_.classes.end()) {
      differs("class", delivered.scheme + ":" + delivered.code);
      becomes_.classes.push_back({0, delivered.scheme, delivered.code});
    } else if (known->code != delivered.code) {
      differs("class", delivered.code, known->code, true);
      *known = {0, delivered.scheme, delivered.code};
    }
  }

  /// What is delivered beside a division on record is another one: whoever knows which belongs to which leaves out the rest.
  void take_divisions() {
    for (const PlaceDivision& delivered : delivered_.divisions) {
      const bool there = std::any_of(becomes_.divisions.begin(), becomes_.divisions.end(), [&](const PlaceDivision& k) { return k.division == delivered.division; });
      if (there) continue;
      const auto other = std::find_if(becomes_.divisions.begin(), becomes_.divisions.end(), [](const PlaceDivision& k) { return k.relation == PlaceRelation::in; });
      const bool instead = other != becomes_.divisions.end();
      differs("division", instead ? "#" + std::to_string(delivered.division.value) : "", instead ? "#" + std::to_string(other->division.value) : "", instead);
      PlaceDivision taken = delivered;
      taken.fact = 0;
      if (instead) taken.valid = other->valid;
      if (instead) becomes_.divisions.erase(other);
      becomes_.divisions.push_back(taken);
    }
  }

  /// A place has one place code (PN-30), and as many ids elsewhere as there are.
  void take_code(const PlaceCode& delivered) {
    const bool there = std::any_of(becomes_.codes.begin(), becomes_.codes.end(), [&](const PlaceCode& k) { return k.system == delivered.system && k.code == delivered.code; });
    if (there) return;
    const auto other = std::find_if(becomes_.codes.begin(), becomes_.codes.end(), [&](const PlaceCode& k) { return k.system == place_code_system && k.system == delivered.system; });
    PlaceCode taken = delivered;
    taken.fact = 0;
    if (other == becomes_.codes.end()) {
      differs("code", delivered.system + ":" + delivered.code);
    } else {
      differs("code", delivered.system + ":" + delivered.code, other->code, true);
      taken.valid = other->valid;
      becomes_.codes.erase(other);
    }
    becomes_.codes.push_back(std::move(taken));
  }

  void take_attribute(const PlaceAttribute& delivered) {
    const auto known = std::find_if(becomes_.attributes.begin(), becomes_.attributes.end(), [&](const PlaceAttribute& k) { return k.name == delivered.name; });
    if (known == becomes_.attributes.end()) {
      differs(delivered.name, delivered.value);
      becomes_.attributes.push_back({0, delivered.name, delivered.value});
    } else if (known->value != delivered.value) {
      differs(delivered.name, delivered.value, known->value, true);
      *known = {0, delivered.name, delivered.value};
    }
  }

  const PlaceRecord& known_;
  const PlaceRecord& delivered_;
  const double moved_m_;
  std::vector<FieldDifference>* differences_;
  PlaceRecord becomes_;
};

}  // namespace

std::string to_text(const FieldDifference& d) {
  if (d.said.empty()) return d.field;
  return d.field + ": " + d.said + (d.known.empty() ? "" : " ≠ " + d.known);
}

const PlaceName* same_name(const PlaceRecord& place, const PlaceName& delivered) {
  const auto found = std::find_if(place.names.begin(), place.names.end(), [&](const PlaceName& k) {
    return k.text == delivered.text && (k.language == delivered.language || delivered.language == "und" || k.language == "und");
  });
  return found == place.names.end() ? nullptr : &*found;
}

PlaceRecord taken_over(const PlaceRecord& known, const PlaceRecord& delivered, double moved_m, std::vector<FieldDifference>* differences) {
  return TakingOver{known, delivered, moved_m, differences}.run();
}

}  // namespace merestone
