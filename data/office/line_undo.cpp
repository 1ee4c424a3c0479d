// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/ground_undo.hpp"
#include "data/office/line_edit.hpp"

#include <algorithm>

namespace merestone {

Revision undo_edit(Project& project, const ActInfo& info, Revision edit) {
  return attempted(project, "line.undo", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "line.undo", info.author, info.reason};
    act.add(info.document);
    const auto entries = read_audit(project.connection());
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const AuditEntry& e) {
      return e.revision == edit && (e.act == "line.edit" || e.act == "line.undo");
    });
    if (!known || !restore_ground(act.writer(), edit)) {
      refuse(Fault::missing, "redraw.no_edit", "revision " + std::to_string(edit) + " edited no line", {{"revision", std::to_string(edit)}});
    }
    act.tell("undone", std::to_string(edit));
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

}  // namespace merestone
