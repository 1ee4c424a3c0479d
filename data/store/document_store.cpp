// SPDX-License-Identifier: Apache-2.0
#include "data/store/document_store.hpp"

#include "data/store/statement.hpp"

namespace merestone {

std::vector<Document> read_documents(Connection& connection, Revision revision) {
  std::vector<Document> documents;
  const Value parameters[] = {revision};
  connection.query(statement("document_list", connection.engine()), parameters, [&](const Row& row) {
    Document document{DocumentId{row.integer(0)}, std::string{row.text(1)}, std::string{row.text(2)},
                      std::string{row.text(3)}, std::string{row.text(4)}, {}, std::string{row.text(6)},
                      std::string{row.text(7)}};
    if (!row.is_null(5)) document.issued = parse_date(row.text(5));
    documents.push_back(std::move(document));
  });
  return documents;
}

DocumentId add_document(FactWriter& writer, const Document& document) {
  const DocumentId id{writer.next("document")};
  const std::string issued = document.issued ? to_string(*document.issued) : "";
  Value day;
  if (document.issued) day = std::string_view{issued};
  auto rows = writer.rows("document");
  rows.add({id.value, writer.revision(), document.kind, document.title, document.number, document.issuer, day,
            document.licence, document.sha256});
  rows.finish();
  return id;
}

}  // namespace merestone
