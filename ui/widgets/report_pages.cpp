// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report_pages.hpp"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QTextLayout>
#include <QTextTable>
#include <QUrl>
#include <algorithm>
#include <cmath>
#include <limits>

#include "viewmodel/qt_html.hpp"

namespace ketascope {
namespace {

constexpr int textPixels = 11;
// Sizes in pixels: points would depend on the screen.
constexpr const char* style =
    "body { margin: 0px; } h1 { font-size: 20px; } h2 { font-size: 14px; margin-top: 16px; } "
    "h3 { font-size: 12px; margin-top: 12px; margin-bottom: 2px; } "
    ".statement, figcaption { color: #555555; } "
    "td, th { font-size: 10px; padding: 2px 10px 2px 0px; text-align: left; } "
    "th { border-bottom: 1px solid #bbbbbb; } .number { text-align: right; } "
    "td.number { white-space: nowrap; }";
/// Between what a page ends with and the line that no longer fits.
constexpr double air = 1.0;
/// Kept free in a column: widths of letters are fractions, widths of columns are not.
constexpr double columnAir = 2.0;

/// The widest part that cannot be broken, and the widest line, of a cell.
struct Widths {
  double least = 0, most = 0;
};

void count(const QString& text, const QFontMetricsF& metrics, Widths& widths) {
  widths.most = std::max(widths.most, metrics.horizontalAdvance(text));
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
  qsizetype from = 0;
  for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
    widths.least =
        std::max(widths.least, metrics.horizontalAdvance(text.mid(from, to - from).trimmed()));
    from = to;
  }
}

Widths widthsOf(const QTextTableCell& cell) {
  Widths widths;
  for (auto it = cell.begin(); !it.atEnd(); ++it) {
    const QTextBlock block = it.currentBlock();
    if (!block.isValid()) {
      continue;
    }
    double most = 0;
    for (auto part = block.begin(); !part.atEnd(); ++part) {
      const QTextFragment fragment = part.fragment();
      Widths own;
      count(fragment.text(), QFontMetricsF(fragment.charFormat().font()), own);
      widths.least = std::max(widths.least, own.least);
      most += own.most;
    }
    if (block.blockFormat().nonBreakableLines()) {
      widths.least = std::max(widths.least, most);
    }
    widths.most = std::max(widths.most, most);
  }
  const QTextTableCellFormat format = cell.format().toTableCellFormat();
  const double padding = format.leftPadding() + format.rightPadding() + columnAir;
  return {widths.least + padding, widths.most + padding};
}

/// Whether the first row says what the columns are; lists of terms have two columns and none.
bool isHeaded(const QTextTable& table) {
  return table.rows() > 1 && table.columns() > 2 &&
         table.cellAt(0, 0).firstCursorPosition().charFormat().fontWeight() > QFont::Normal;
}

void addTables(QTextFrame* frame, std::vector<QTextTable*>& tables) {
  for (QTextFrame* child : frame->childFrames()) {
    if (auto* table = qobject_cast<QTextTable*>(child)) {
      tables.push_back(table);
    }
    addTables(child, tables);
  }
}

}  // namespace

ReportPages::ReportPages(const QString& html, const QString& figure, const QImage& picture,
                         QSizeF page)
    : m_page(page) {
  QFont font(QStringLiteral("DejaVu Sans"));
  font.setPixelSize(textPixels);
  m_text.setUndoRedoEnabled(false);
  m_text.setDefaultFont(font);
  m_text.setDocumentMargin(0);
  m_text.addResource(QTextDocument::ImageResource, QUrl(figure), picture);
  m_text.setHtml(qtHtml(html, QString::fromLatin1(style)));
  std::vector<QTextTable*> tables;
  addTables(m_text.rootFrame(), tables);
  for (QTextTable* table : tables) {
    fitColumns(table);
  }
  m_text.setTextWidth(page.width());
  std::vector<Piece> pieces;
  collect(m_text.rootFrame(), pieces);
  paginate(pieces);
}

/// As wide as their longest lines where the page has the room, else as their longest words, and
/// what is left over by need.
void ReportPages::fitColumns(QTextTable* table) const {
  std::vector<Widths> columns(static_cast<std::size_t>(table->columns()));
  for (int row = 0; row < table->rows(); ++row) {
    for (int column = 0; column < table->columns(); ++column) {
      const QTextTableCell cell = table->cellAt(row, column);
      if (cell.columnSpan() > 1) {
        continue;
      }
      const Widths own = widthsOf(cell);
      Widths& widths = columns[static_cast<std::size_t>(column)];
      widths = {std::max(widths.least, own.least), std::max(widths.most, own.most)};
    }
  }
  double least = 0, most = 0;
  for (const Widths& widths : columns) {
    least += widths.least;
    most += widths.most;
  }
  QTextTableFormat format = table->format();
  const double frame = (table->columns() + 1) * format.cellSpacing() +
                       2 * (format.border() + format.margin() + format.padding());
  const double room = m_page.width() - frame;
  QList<QTextLength> lengths;
  for (const Widths& widths : columns) {
    double width = widths.most;
    if (most > room) {
      width = least >= room
                  ? widths.least * room / least
                  : widths.least + (widths.most - widths.least) * (room - least) / (most - least);
    }
    lengths << QTextLength(QTextLength::FixedLength, std::floor(width));
  }
  format.setWidth(QTextLength());
  format.setColumnWidthConstraints(lengths);
  table->setFormat(format);
}

void ReportPages::collect(const QTextFrame* frame, std::vector<Piece>& pieces) const {
  for (auto it = frame->begin(); !it.atEnd(); ++it) {
    if (const auto* table = qobject_cast<const QTextTable*>(it.currentFrame())) {
      collect(table, pieces);
    } else if (it.currentFrame() != nullptr) {
      collect(it.currentFrame(), pieces);
    } else {
      collect(it.currentBlock(), pieces);
    }
  }
}

void ReportPages::collect(const QTextTable* table, std::vector<Piece>& pieces) const {
  const std::size_t first = pieces.size();
  for (int row = 0; row < table->rows(); ++row) {
    Piece piece{std::numeric_limits<double>::max(), 0};
    for (int column = 0; column < table->columns(); ++column) {
      const QTextTableCell cell = table->cellAt(row, column);
      const QTextTableCellFormat format = cell.format().toTableCellFormat();
      for (auto it = cell.begin(); !it.atEnd(); ++it) {
        const QRectF box = m_text.documentLayout()->blockBoundingRect(it.currentBlock());
        piece.top = std::min(piece.top, box.top() - format.topPadding());
        piece.bottom = std::max(piece.bottom, box.bottom() + format.bottomPadding());
      }
    }
    pieces.push_back(piece);
  }
  if (!isHeaded(*table)) {
    return;
  }
  pieces[first].keepsNext = true;
  for (std::size_t i = first + 1; i < pieces.size(); ++i) {
    pieces[i].headTop = pieces[first].top;
    pieces[i].headBottom = pieces[first + 1].top;
  }
}

void ReportPages::collect(const QTextBlock& block, std::vector<Piece>& pieces) const {
  const double top = m_text.documentLayout()->blockBoundingRect(block).top();
  const QTextLayout* layout = block.layout();
  for (int i = 0; i < layout->lineCount(); ++i) {
    const QRectF line = layout->lineAt(i).rect();
    pieces.push_back({top + line.top(), top + line.bottom(),
                      block.blockFormat().headingLevel() > 0 && i + 1 == layout->lineCount()});
  }
}

void ReportPages::paginate(const std::vector<Piece>& pieces) {
  Page page;
  const auto endPage = [&](double bottom, double used) {
    const double room = m_page.height() - page.head();
    // What is higher than a page is cut where the page ends.
    while (used - page.top > room) {
      m_pages.push_back({page.top, page.top + room, page.headTop, page.headBottom});
      page.top += room;
    }
    page.bottom = std::min(bottom, page.top + room);  // beyond it is the air above what follows
    m_pages.push_back(page);
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].bottom - page.top + page.head() <= m_page.height()) {
      continue;
    }
    std::size_t next = i;
    while (next > 0 && pieces[next - 1].keepsNext && pieces[next - 1].top > page.top + air) {
      --next;
    }
    if (pieces[next].top <= page.top + air) {
      continue;
    }
    endPage(pieces[next].top - air, next > 0 ? pieces[next - 1].bottom : page.top);
    page = {pieces[next].top - air, 0, pieces[next].headTop, pieces[next].headBottom};
    i = next;
  }
  endPage(m_text.size().height(), pieces.empty() ? 0.0 : pieces.back().bottom);
}

void ReportPages::paintPart(QPainter& painter, double top, double bottom, double at) const {
  painter.save();
  painter.translate(0, at - top);
  QAbstractTextDocumentLayout::PaintContext context;
  context.clip = QRectF(0, top, m_page.width(), bottom - top);
  context.palette.setColor(QPalette::Text, Qt::black);
  painter.setClipRect(context.clip);
  m_text.documentLayout()->draw(&painter, context);
  painter.restore();
}

void ReportPages::paint(int page, QPainter& painter) const {
  const Page& part = m_pages[static_cast<std::size_t>(page)];
  if (part.head() > 0) {
    paintPart(painter, part.headTop, part.headBottom, 0);
  }
  paintPart(painter, part.top, part.bottom, part.head());
}

}  // namespace ketascope
