// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/encoding.hpp"
#include "data/exchange/layer_head.hpp"
#include "data/exchange/problems.hpp"
#include "data/exchange/reading.hpp"

namespace merestone {

FileDescription describe_file(const std::string& path, const ReadOptions& options) {
  using namespace exchange;
  const FileAtHand file = look_at(path);
  WorkerProcess worker{options.worker, request_for(file, options, "describe"), file.name, patience_s(file, options)};
  FileDescription description;
  description.format = file.format;
  try {
    for (wire::Frame frame = worker.next(); frame.kind != wire::Kind::end; frame = worker.next()) {
      if (frame.kind != wire::Kind::layer) continue;
      const LayerHead head = read_head(frame.payload);
      const auto encoding = encoding_of(head, options, file.name);
      description.encoding = encoding.value_or("");
      const Decoder decoder{encoding.value_or("UTF-8")};
      LayerDescription& layer = description.layers.emplace_back();
      layer.name = presentable(head.layer);
      layer.shape = presentable(head.shape);
      layer.crs = presentable(head.reference.code.empty() ? head.reference.wkt : head.reference.code);
      layer.records = head.records;
      for (const auto& [raw, type] : head.columns) {
        layer.columns.emplace_back(presentable(decoder.decode(raw).value_or(raw)), presentable(type));
      }
    }
  } catch (const wire::Broken& broken) {
    worker.explain(broken);
  }
  return description;
}

}  // namespace merestone
