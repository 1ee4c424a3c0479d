// SPDX-License-Identifier: Apache-2.0
/// Inside of work_out(): the state of a change while it is judged.
#pragma once

#include "gis/divisions/change_effect.hpp"

#include <map>
#include <unordered_map>

namespace merestone {

class ChangeWork {
 public:
  ChangeWork(const ChangePlan& plan, const std::string& number, const ChangeGround& ground);
  ChangeEffect run();

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  struct Positions {
    std::vector<std::size_t> versions, codes, names, memberships, seats;
  };
  /// A code that somebody gets.
  struct Given {
    DivisionId division;
    std::string before;  ///< the code that it replaces; empty for a new division
    std::string code;
    bool follows = false;  ///< because a code above it changed
  };
  /// Superiors after the change, where they change; no id: none.
  struct Superiors {
    std::optional<DivisionId> of[2];  ///< by MembershipKind
  };

  void index();
  void report(const char* rule, const std::string& code, Facts facts, Severity severity = Severity::error);

  // change_work.cpp: which divisions, what law
  bool check_document();
  void check_law();
  void identify();
  DivisionId before(const std::string& code, Level level) const;
  void check_one_level(const ChangeAct& act);
  DivisionId after(const std::string& code, Level below = 0, Level beside = 0) const;
  void report_unknown(const std::string& code);
  bool ends_already(DivisionId division) const;

  // change_superiors.cpp
  void change_superiors();
  void set_superior(const ChangeAct& act, DivisionId member, MembershipKind kind, const std::optional<std::string>& wanted);
  void check_superiors();
  DivisionId superior_after(DivisionId division, MembershipKind kind) const;
  std::vector<DivisionId> chain_after(DivisionId division) const;

  // change_codes.cpp
  void change_codes();
  void give_code(const ChangeAct& act, DivisionId division);
  void follow(const Given& given);
  void check_given(const Given& given);
  void check_use(const Given& given);
  CodeEffect effect_on_code(const ChangeAct& act) const;
  std::string law_on_code(const ChangeAct& act) const;
  std::string code_after(DivisionId division) const;

  // change_territory.cpp
  void divide_territory();
  void give_territory(const ChangeAct& act, DivisionId giver);
  std::vector<Recipient> heirs_of_members(DivisionId giver);
  void add_succession(const ChangeAct& act, DivisionId giver, const Recipient& recipient, DivisionId heir);
  void draw(const ChangeAct& act, DivisionId giver, const std::vector<DivisionId>& heirs);
  void check_heirs();
  void tell_groundless();

  // change_facts.cpp
  void state_facts();
  void establish(const ChangeAct& act, DivisionId division);
  void abolish(const ChangeAct& act, DivisionId division);
  void rename(const ChangeAct& act, DivisionId division);
  void move_seat(const ChangeAct& act, DivisionId division);
  void state_memberships();
  void state_codes();
  template <class List>
  void end(const List& list, const std::vector<std::size_t>& positions, DivisionId division,
           std::vector<std::size_t>& ended, bool all_later = false);

  const DivisionVersion* version(DivisionId division) const;
  const DivisionName* name_fact(DivisionId division) const;
  std::string name(DivisionId division) const;
  std::string kind(DivisionId division) const;
  Level level(DivisionId division) const;
  std::string code_before(DivisionId division) const;
  const Positions& of(DivisionId division) const;
  bool begins_here(DivisionId division) const { return division.value >= ground_.next.value; }
  void add_part(ChangeKind kind, DivisionId division, DivisionId other, std::string was, std::string is);

  const ChangePlan& plan_;
  const std::string& number_;
  const ChangeGround& ground_;
  const CodeSystem* system_;
  Date day_{};
  ChangeEffect effect_;

  std::unordered_map<DivisionId, Positions> positions_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_code_;  ///< positions of code facts of the system
  std::vector<DivisionId> ids_;                     ///< by act
  std::map<std::string, std::vector<DivisionId>> begun_;  ///< by code
  std::unordered_map<DivisionId, const ChangeAct*> establishing_;
  std::unordered_set<DivisionId> ended_;
  std::unordered_map<DivisionId, Superiors> superiors_;
  std::unordered_map<DivisionId, std::vector<DivisionId>> members_;  ///< on the day, before the change, of either kind
  std::vector<Given> given_;
  std::unordered_map<DivisionId, std::size_t> given_to_;
};

}  // namespace merestone
