// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_tables.hpp"

#include "data/exchange/rows.hpp"
#include "gis/base/error.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <map>
#include <utility>

namespace merestone {
namespace {

/// One row, with what is wrong with it told by its number.
class Cells {
 public:
  Cells(const std::string& file, std::size_t number, const TableRow& row) : file_{file}, number_{number}, row_{row} {}

  const std::string& operator[](const char* field) const { return row_.find(field)->second; }
  std::optional<Date> day(const char* field) const {
    const std::string& text = (*this)[field];
    if (text.empty()) return {};
    try {
      return parse_date(text);
    } catch (const Error&) {
      fail(field);
    }
  }
  Date needed_day(const char* field) const {
    const auto found = day(field);
    if (!found) fail(field);
    return *found;
  }
  std::vector<std::string> words(const char* field) const { return parted((*this)[field], ';'); }
  std::optional<double> number(const char* field) const {
    if ((*this)[field].empty()) return {};
    const auto found = parse_number((*this)[field]);
    if (!found) fail(field);
    return found;
  }
  /// Runs an act; what it refuses gets the row.
  template <class Act>
  auto run(Act act) const {
    try {
      return act();
    } catch (const Error& error) {
      std::vector<Finding> findings = error.findings();
      for (Finding& finding : findings) finding.subject = {file_, std::to_string(number_), finding.subject.field};
      throw Error{error.fault(), error.what(), findings};
    }
  }

 private:
  [[noreturn]] void fail(const char* field) const {
    throw Error{Fault::invalid, "a cell that cannot be read",
                {{.rule = "enforcement.bad_table", .subject = {file_, std::to_string(number_), field}, .facts = {{"field", field}, {"value", (*this)[field]}}}}};
  }
  const std::string& file_;
  std::size_t number_;
  const TableRow& row_;
};

template <class Take>
void each_row(const std::string& path, const std::vector<std::string>& columns, Take take) {
  if (path.empty()) return;
  std::size_t number = 0;
  for (const TableRow& row : read_rows(path, columns)) take(Cells{path, ++number, row});
}

/// Photos by case and the day on which they came on file.
using PhotosByDay = std::map<std::pair<std::string, Date>, std::vector<CasePhoto>>;

PhotosByDay read_photo_table(const std::string& path) {
  PhotosByDay photos;
  each_row(path, {"case", "on", "label", "phase", "view", "taken_at", "lon", "lat", "accuracy_m", "direction_deg", "sha256"}, [&](const Cells& cells) {
    CasePhoto photo{cells["label"], cells["phase"], cells["view"], {}, cells["sha256"]};
    const auto lon = cells.number("lon"), lat = cells.number("lat");
    if (lon && lat) photo.taken.position = from_degrees(*lon, *lat);
    photo.taken.accuracy_m = cells.number("accuracy_m");
    photo.taken.direction_deg = cells.number("direction_deg");
    photo.taken.taken_at = cells["taken_at"];
    photos[{cells["case"], cells.needed_day("on")}].push_back(std::move(photo));
  });
  return photos;
}

}  // namespace

PlayedTables play_burial_tables(Project& project, const std::string& author, const BurialTables& tables, const ActingRole& acting) {
  PlayedTables played;
  const Date now = today();
  PhotosByDay photos = read_photo_table(tables.photos);
  each_row(tables.acts, {"case", "grave", "source", "state", "day", "body", "receiver", "outcome", "due", "corrections", "document", "document_number", "class", "land_class",
                         "owner_known", "zones", "note"}, [&](const Cells& cells) {
    const Date day = cells.needed_day("day");
    ActInfo info{author, "table of acts", {}, {}};
    if (!cells["document"].empty()) info.document = {{}, "enforcement", cells["document"], cells["document_number"], "", day, "", ""};
    const std::string& number = cells["case"];
    cells.run([&] {
      std::vector<CasePhoto> came = std::move(photos[{number, day}]);
      ++played.acts;
      if (cells["state"] == "lead") {
        const LeadReceipt done = report_lead(project, info, {number, cells["grave"], cells["source"], day, cells["body"], cells["note"]}, now);
        done.kept ? ++played.kept : ++played.cases;
        return;
      }
      const BurialCaseKey key{number, latest_revision, now};
      if (cells["state"] == "verified") {
        verify_case(project, info, key, {day, cells["body"], cells["class"], cells["land_class"], burial_term<Told>(cells["owner_known"]).value_or(Told::unknown), cells.words("zones"),
                                         std::move(came), cells["note"]});
        return;
      }
      BurialAct act;
      act.state = cells["state"];
      act.day = day;
      act.body = cells["body"];
      act.receiver = cells["receiver"];
      act.outcome = cells["outcome"];
      act.due = cells.day("due");
      act.corrections = cells.words("corrections");
      act.note = cells["note"];
      take_step(project, info, key, std::move(act), came);
    });
  });
  each_row(tables.persons, {"case", "role", "name", "contact", "address", "identity", "statement"}, [&](const Cells& cells) {
    cells.run([&] {
      add_person(project, {author, "table of persons", {}, {}}, {cells["case"], latest_revision, now}, cells["role"],
                 {cells["name"], cells["contact"], cells["address"], cells["identity"], cells["statement"]}, acting);
    });
    ++played.persons;
  });
  return played;
}

}  // namespace merestone
