// SPDX-License-Identifier: Apache-2.0
/// The little that is shared by reading and writing with GDAL.
#pragma once

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>
#include <vector>

namespace merestone::worker {

struct CloseDataset {
  void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

struct DestroyFeature {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

/// Makes one driver known to GDAL, and no other: nothing else can be opened, whatever a file claims to be.
/// @throws Failure for a name that is not on the list.
void know_only(const std::string& driver);

/// Something GDAL said. `failure`: what it did is not to be trusted.
struct Remark {
  bool failure = false;
  std::string text;
};

bool anything_said();
/// What GDAL said since the last call, at most a hundred remarks.
std::vector<Remark> take_remarks();
/// Remarks are gathered from now on, nothing is printed.
void listen();

}  // namespace merestone::worker
