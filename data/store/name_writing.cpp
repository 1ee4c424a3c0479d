// SPDX-License-Identifier: Apache-2.0
#include "data/store/name_store.hpp"
#include "data/store/optional_values.hpp"
#include "data/store/sign_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// Names are shown by kind, then as they were given.
std::int64_t ordinal_of(NameKind kind, std::size_t position) {
  constexpr std::int64_t ranks[] = {0, 5, 2, 1, 3, 4, 6};  // official, former, variant, short, minority, exonym, sign
  return ranks[static_cast<std::size_t>(kind)] * 1000 + static_cast<std::int64_t>(std::min<std::size_t>(position, 998)) + 1;
}

std::string_view word_of(PlaceRelation relation) {
  constexpr std::string_view words[] = {"in", "crosses", "stands_for"};
  return words[static_cast<std::size_t>(relation)];
}

/// Writes one table: `take(rows)` adds the rows of all records.
template <class Take>
void table(FactWriter& writer, const char* name, Take take) {
  auto rows = writer.rows(name);
  take(rows);
  rows.finish();
}

Value bytes_or_null(const Bytes& bytes) { return bytes.empty() ? Value{} : Value{std::span<const std::byte>{bytes}}; }

void add_places(FactWriter& writer, std::span<PlaceRecord> records, DocumentId document) {
  PeriodText valid;
  table(writer, "place", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) {
      r.fact = writer.next("place");
      if (r.id.value == 0) r.id = {r.fact};
      valid.set(r.valid);
      const PositionValue position{writer.engine(), r.position};
      rows.add({r.fact, r.id.value, writer.revision(), valid.from, valid.until, r.local_id, r.type, value_of(document), position.value()});
    }
  });
}

void add_shapes(FactWriter& writer, std::span<PlaceRecord> records) {
  PeriodText valid;
  table(writer, "place_shape", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) {
      for (PlaceShape& s : r.shapes) {
        s.fact = writer.next("place_shape");
        valid.set(s.valid);
        const PositionValue position{writer.engine(), s.position};
        const Bytes path = s.path.empty() ? Bytes{} : to_stored(writer.engine(), std::span<const Position>{s.path});
        const Bytes area = s.area.empty() ? Bytes{} : to_stored(writer.engine(), s.area);
        rows.add({s.fact, r.id.value, value_of(s.document), writer.revision(), valid.from, valid.until, to_text(s.role), s.method,
                  s.accuracy_m, position.value(), bytes_or_null(path), bytes_or_null(area)});
      }
    }
  });
}

void add_heads(FactWriter& writer, std::span<PlaceRecord> records) {
  table(writer, "place_record", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) {
      r.head.fact = writer.next("place_record");
      rows.add({r.head.fact, r.id.value, writer.revision(), r.head.secrecy, r.head.description, r.head.location, r.head.source});
    }
  });
}

/// Classes, attributes and aliases.
void add_details(FactWriter& writer, std::span<PlaceRecord> records) {
  table(writer, "place_class", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) {
      for (PlaceClass& c : r.classes) rows.add({c.fact = writer.next("place_class"), r.id.value, writer.revision(), c.scheme, c.code});
    }
  });
  table(writer, "place_attribute", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) {
      for (PlaceAttribute& a : r.attributes) {
        rows.add({a.fact = writer.next("place_attribute"), r.id.value, writer.revision(), a.name, a.value});
      }
    }
  });
  table(writer, "address_alias", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) {
      for (AddressAlias& a : r.aliases) {
        const std::string day = to_string(a.day);
        rows.add({a.fact = writer.next("address_alias"), r.id.value, writer.revision(), a.old_address, a.new_address, a.certificate, day});
      }
    }
  });
}

void write_codes(FactWriter& writer, FactWriter::Rows& rows, PlaceId place, std::span<PlaceCode> codes) {
  PeriodText valid;
  for (PlaceCode& c : codes) {
    valid.set(c.valid);
    rows.add({c.fact = writer.next("place_code"), place.value, writer.revision(), valid.from, valid.until, c.system, c.code});
  }
}

void write_divisions(FactWriter& writer, FactWriter::Rows& rows, PlaceId place, std::span<PlaceDivision> divisions) {
  PeriodText valid;
  for (PlaceDivision& d : divisions) {
    valid.set(d.valid);
    rows.add({d.fact = writer.next("place_division"), place.value, d.division.value, writer.revision(), valid.from, valid.until,
              word_of(d.relation)});
  }
}

void write_details(FactWriter& writer, std::span<PlaceName* const> names) {
  table(writer, "name_record", [&](FactWriter::Rows& rows) {
    for (PlaceName* n : names) {
      n->detail = writer.next("name_record");
      const std::string validity = to_string(n->valid);
      rows.add({n->detail, n->fact, n->place.value, n->id.value, value_of(n->decision), writer.revision(), n->script, to_text(n->status),
                n->specific, n->generic, n->reading, to_text(n->reading_certainty), n->origin, n->meaning, n->source, validity});
    }
  });
}

}  // namespace

void add_place_details(FactWriter& writer, PlaceRecord& record, bool head) {
  PlaceRecord fresh;
  fresh.id = record.id;
  fresh.head = record.head;
  const auto take = [](auto& to, const auto& from) {
    for (const auto& fact : from) {
      if (fact.fact == 0) to.push_back(fact);
    }
  };
  take(fresh.classes, record.classes);
  take(fresh.attributes, record.attributes);
  take(fresh.aliases, record.aliases);
  take(fresh.codes, record.codes);
  take(fresh.divisions, record.divisions);
  take(fresh.shapes, record.shapes);
  if (head) add_heads(writer, {&fresh, 1});
  add_details(writer, {&fresh, 1});
  add_place_codes(writer, fresh.id, fresh.codes);
  add_place_divisions(writer, fresh.id, fresh.divisions);
  add_shapes(writer, {&fresh, 1});
}

void add_place_version(FactWriter& writer, PlaceRecord& record, DocumentId document) {
  writer.supersede("place", {record.fact});
  add_places(writer, {&record, 1}, document);
}

void add_names(FactWriter& writer, std::span<PlaceName* const> names) {
  PeriodText valid;
  table(writer, "geographical_name", [&](FactWriter::Rows& rows) {
    std::size_t position = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      PlaceName& n = *names[i];
      position = i > 0 && names[i - 1]->place == n.place ? position + 1 : 0;
      n.fact = writer.next("geographical_name");
      if (n.id.value == 0) n.id = {n.fact};
      valid.set(n.days());
      rows.add({n.fact, n.place.value, ordinal_of(n.kind, position), writer.revision(), valid.from, valid.until, n.text, n.language,
                to_text(n.kind)});
    }
  });
  write_details(writer, names);
  add_spellings(writer, names);
}

void add_name_details(FactWriter& writer, std::span<PlaceName> names) {
  std::vector<std::int64_t> before;
  std::vector<PlaceName*> all;
  for (PlaceName& n : names) {
    if (n.detail != 0) before.push_back(n.detail);
    all.push_back(&n);
  }
  writer.supersede("name_record", std::move(before));
  write_details(writer, all);
  add_spellings(writer, all);
}

void add_spellings(FactWriter& writer, std::span<PlaceName* const> names) {
  table(writer, "name_spelling", [&](FactWriter::Rows& rows) {
    for (PlaceName* n : names) {
      for (Spelling& s : n->spellings) {
        if (s.fact != 0) continue;
        s.fact = writer.next("name_spelling");
        rows.add({s.fact, n->place.value, n->id.value, writer.revision(), s.text, s.script, s.scheme, s.source_language,
                  to_text(s.certainty), s.source});
      }
    }
  });
}

void supersede_names(FactWriter& writer, std::span<const PlaceName* const> names) {
  std::vector<std::int64_t> texts, details;
  for (const PlaceName* n : names) {
    texts.push_back(n->fact);
    if (n->detail != 0) details.push_back(n->detail);
  }
  writer.supersede("geographical_name", std::move(texts));
  writer.supersede("name_record", std::move(details));
}

void add_replacements(FactWriter& writer, PlaceId place, PlaceId former_place, std::span<NameReplacement> replacements) {
  table(writer, "name_replacement", [&](FactWriter::Rows& rows) {
    for (NameReplacement& r : replacements) {
      r.fact = writer.next("name_replacement");
      const std::string day = to_string(r.day);
      rows.add({r.fact, place.value, r.name.value, former_place.value, r.former.value, value_of(r.document), writer.revision(), day, r.reason});
    }
  });
}

void add_place_codes(FactWriter& writer, PlaceId place, std::span<PlaceCode> codes) {
  table(writer, "place_code", [&](FactWriter::Rows& rows) { write_codes(writer, rows, place, codes); });
}

void add_place_divisions(FactWriter& writer, PlaceId place, std::span<PlaceDivision> divisions) {
  table(writer, "place_division", [&](FactWriter::Rows& rows) { write_divisions(writer, rows, place, divisions); });
}

void add_place_classes(FactWriter& writer, PlaceId place, std::span<PlaceClass> classes) {
  table(writer, "place_class", [&](FactWriter::Rows& rows) {
    for (PlaceClass& c : classes) rows.add({c.fact = writer.next("place_class"), place.value, writer.revision(), c.scheme, c.code});
  });
}

void restore_place(FactWriter& writer, PlaceRecord& place) { add_places(writer, {&place, 1}, {}); }

void add_place_link(FactWriter& writer, PlaceLink& link) {
  table(writer, "place_link", [&](FactWriter::Rows& rows) {
    link.fact = writer.next("place_link");
    const std::string day = to_string(link.day);
    rows.add({link.fact, link.place.value, link.other.value, writer.revision(), link.relation, day});
  });
}

void add_protections(FactWriter& writer, PlaceId place, std::span<NameProtection> protections) {
  table(writer, "name_protection", [&](FactWriter::Rows& rows) {
    for (NameProtection& p : protections) {
      p.fact = writer.next("name_protection");
      const std::string published = to_string(p.published);
      rows.add({p.fact, place.value, value_of(p.name), value_of(p.plan), writer.revision(), p.category, p.content, published, p.measures});
    }
  });
}

void add_place_records(FactWriter& writer, std::span<PlaceRecord> records, DocumentId document) {
  add_places(writer, records, document);
  std::vector<PlaceName*> names;
  for (PlaceRecord& r : records) {
    for (PlaceName& n : r.names) {
      n.place = r.id;
      names.push_back(&n);
    }
  }
  add_names(writer, names);
  add_heads(writer, records);
  add_details(writer, records);
  table(writer, "place_code", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) write_codes(writer, rows, r.id, r.codes);
  });
  table(writer, "place_division", [&](FactWriter::Rows& rows) {
    for (PlaceRecord& r : records) write_divisions(writer, rows, r.id, r.divisions);
  });
  add_shapes(writer, records);
  for (PlaceRecord& r : records) {
    if (!r.protections.empty()) add_protections(writer, r.id, r.protections);
    for (Sign& s : r.signs) {
      s.place = r.id;
      add_sign(writer, s);
    }
  }
}

}  // namespace merestone
