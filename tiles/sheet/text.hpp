// SPDX-License-Identifier: Apache-2.0
/// Text on a Cairo surface through Pango: shaped, wrapped, in Noto with its Han characters. Lengths in points.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _cairo;
struct _PangoContext;
struct _PangoLayout;

namespace merestone {

struct Colour {
  double red = 0, green = 0, blue = 0, alpha = 1;
};

enum class Align { left, right, centre };

struct TextStyle {
  enum class Family { sans, serif, mono };
  Family family = Family::sans;
  double size = 9;
  bool bold = false;
  bool italic = false;
  Colour colour{};
  double spacing = 0;      ///< added between letters
  double line_height = 1.3;  ///< of the size
};

/// Text that has been set: its size is known, and it can be drawn many times.
class SetText {
 public:
  double width() const { return width_; }
  double height() const { return height_; }   ///< of all its lines
  double baseline() const { return baseline_; }  ///< of its first line, from the top
  int lines() const { return lines_; }
  /// With its upper left corner at (x, y); where it was set to a width and aligned, within that width.
  void draw(_cairo* context, double x, double y) const;
  /// First a rim of `halo` around the letters, `rim` wide.
  void draw_with_halo(_cairo* context, double x, double y, const Colour& halo, double rim) const;

 private:
  friend class TypeCase;
  struct Free {
    void operator()(_PangoLayout* layout) const noexcept;
  };
  std::unique_ptr<_PangoLayout, Free> layout_;
  Colour colour_;
  double width_ = 0, height_ = 0, baseline_ = 0, line_height_ = 0;
  int lines_ = 1;
};

/// Sets text in one language. Not to be shared between threads.
class TypeCase {
 public:
  explicit TypeCase(std::string_view language);
  TypeCase(TypeCase&&) noexcept = default;
  TypeCase& operator=(TypeCase&&) noexcept = default;
  ~TypeCase() = default;

  /// `wrap` > 0 breaks lines at that width and aligns them in it; 0 keeps one line.
  SetText set(std::string_view text, const TextStyle& style, double wrap = 0, Align align = Align::left) const;

 private:
  struct Free {
    void operator()(_PangoContext* context) const noexcept;
  };
  std::unique_ptr<_PangoContext, Free> context_;
};

}  // namespace merestone
