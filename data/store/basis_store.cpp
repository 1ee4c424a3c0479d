// SPDX-License-Identifier: Apache-2.0
#include "data/store/basis_store.hpp"

#include "data/store/statement.hpp"

namespace merestone {

std::vector<ProposalBasis> read_bases(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<ProposalBasis> all;
  const Value parameters[] = {revision, dispute.value};
  connection.query(statement("opinion_basis_list", connection.engine()), parameters, [&](const Row& row) {
    const LineOpinionId opinion{row.integer(0)};
    if (all.empty() || all.back().opinion != opinion) all.push_back({opinion, row.integer(1), {}, {}, {}});
    const std::string_view part = row.text(2);
    const std::string name{row.text(3)};
    const std::string said{row.text(4)};
    if (part == "parameter") all.back().parameters.emplace_back(name, said);
    if (part == "result") all.back().results.emplace_back(name, said);
    if (part == "input") all.back().data.push_back({name, std::string{row.text(5)}, std::string{row.text(6)}});
  });
  return all;
}

void add_basis(FactWriter& writer, const ProposalBasis& basis) {
  auto rows = writer.rows("opinion_basis");
  const auto add = [&](std::string_view part, const std::string& name, const std::string& said, const std::string& sha256,
                       const std::string& day) {
    rows.add({writer.next("opinion_basis"), basis.opinion.value, writer.revision(), part, name, said, sha256, day});
  };
  for (const auto& [name, said] : basis.parameters) add("parameter", name, said, "", "");
  for (const auto& [name, said] : basis.results) add("result", name, said, "", "");
  for (const DataUsed& used : basis.data) add("input", used.name, "", used.sha256, used.day);
  rows.finish();
}

}  // namespace merestone
