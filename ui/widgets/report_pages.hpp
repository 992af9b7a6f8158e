// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSizeF>
#include <QString>
#include <QTextDocument>
#include <utility>
#include <vector>

class QPainter;
class QTextBlock;
class QTextFrame;
class QTextTable;

namespace ketascope {

/// A report laid out on pages of one size (in pixels of 96 per inch). No line of text and no row of
/// a table is cut by the end of a page, a heading stays with what it is the heading of, a table
/// that goes on repeats its first row, and columns have room for their words. Any thread may make
/// one.
class ReportPages {
 public:
  /// `html` as the app layer writes it; `figure` is what its image is called.
  ReportPages(const QString& html, const QString& figure, const QImage& picture, QSizeF page);

  int count() const { return static_cast<int>(m_pages.size()); }
  void paint(int page, QPainter& painter) const;

  // For tests: the whole report as one strip, and from where to where a page shows of it.
  const QTextDocument& text() const { return m_text; }
  std::pair<double, double> extent(int page) const {
    const Page& part = m_pages[static_cast<std::size_t>(page)];
    return {part.top, part.bottom};
  }

 private:
  /// What stays together: a line, or a row of a table.
  struct Piece {
    double top = 0, bottom = 0;
    bool keepsNext = false;
    double headTop = 0, headBottom = 0;  ///< of the row that is repeated where a page begins here
  };
  struct Page {
    double top = 0, bottom = 0;
    double headTop = 0, headBottom = 0;
    double head() const { return headBottom - headTop; }
  };

  void fitColumns(QTextTable* table) const;
  void collect(const QTextFrame* frame, std::vector<Piece>& pieces) const;
  void collect(const QTextTable* table, std::vector<Piece>& pieces) const;
  void collect(const QTextBlock& block, std::vector<Piece>& pieces) const;
  void paginate(const std::vector<Piece>& pieces);
  void paintPart(QPainter& painter, double top, double bottom, double at) const;

  QTextDocument m_text;
  QSizeF m_page;
  std::vector<Page> m_pages;
};

}  // namespace ketascope
