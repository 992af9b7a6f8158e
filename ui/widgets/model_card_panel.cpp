// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model_card_panel.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QSvgRenderer>
#include <QTextBrowser>
#include <QTextOption>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <utility>

#include "ketascope/app/diagram.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/message_bar.hpp"

namespace ketascope {
namespace {

/// A large model is seen whole at first; whoever wants to read it makes it larger.
constexpr double smallestFit = 0.1;
constexpr double largestFit = 1.25;
constexpr double smallest = 0.1;
constexpr double largest = 4;
constexpr int roundedUp = 2;

}  // namespace

DiagramView::DiagramView(QWidget* parent)
    : QWidget(parent), m_renderer(std::make_unique<QSvgRenderer>()) {
  m_renderer->setAspectRatioMode(Qt::KeepAspectRatio);
}

DiagramView::~DiagramView() = default;

void DiagramView::setDiagram(const QByteArray& svg) {
  m_renderer->load(svg);
  setScale(m_scale);
  update();
}

void DiagramView::clear() {
  m_renderer = std::make_unique<QSvgRenderer>();
  m_renderer->setAspectRatioMode(Qt::KeepAspectRatio);
  update();
}

bool DiagramView::isEmpty() const {
  return !m_renderer->isValid();
}

QSize DiagramView::natural() const {
  return m_renderer->defaultSize();
}

void DiagramView::setScale(double scale) {
  m_scale = scale;
  resize(QSizeF(natural() * scale).toSize());
}

void DiagramView::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ground = palette().color(QPalette::Base);
  if (ground.lightness() > 127) {
    painter.fillRect(rect(), Qt::white);
    if (m_renderer->isValid()) {
      m_renderer->render(&painter, QRectF(rect()));
    }
    return;
  }
  painter.fillRect(rect(), ground);
  painter.drawImage(event->rect().topLeft(), atNight(event->rect(), ground));
}

/// The drawing's colours are made for paper: in the dark light and dark change places, and hues
/// stay.
QImage DiagramView::atNight(const QRect& part, const QColor& ground) const {
  const double ratio = devicePixelRatioF();
  QImage drawn((QSizeF(part.size()) * ratio).toSize(), QImage::Format_RGB32);
  drawn.setDevicePixelRatio(ratio);
  drawn.fill(Qt::white);
  if (m_renderer->isValid()) {
    QPainter onPaper(&drawn);
    onPaper.setRenderHint(QPainter::Antialiasing);
    m_renderer->render(&onPaper, QRectF(rect()).translated(-part.topLeft()));
  }
  const double darkest = ground.lightnessF();
  for (int y = 0; y < drawn.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(drawn.scanLine(y));
    for (int x = 0; x < drawn.width(); ++x) {
      if (line[x] == 0xffffffff) {
        line[x] = ground.rgb();
        continue;
      }
      const QColor paper(line[x]);
      const double light = 1.0 - paper.lightnessF();
      line[x] = QColor::fromHslF(std::max(0.0F, paper.hslHueF()), paper.hslSaturationF(),
                                 static_cast<float>(darkest + light * (0.92 - darkest)))
                    .rgb();
    }
  }
  return drawn;
}

ModelCardPanel::ModelCardPanel(const ModelCatalog* catalog, QWidget* parent)
    : QWidget(parent),
      m_catalog(catalog),
      m_model(new QuietComboBox(this)),
      m_note(newNote(this)),
      m_scroll(new QScrollArea(this)),
      m_diagram(new DiagramView(this)),
      m_text(new QTextBrowser(this)) {
  auto* top = new QHBoxLayout;
  m_model->setAccessibleName(tr("Model whose card is shown"));
  m_model->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  top->addWidget(mnemonic(tr("Card of"), m_model, this));
  top->addWidget(m_model);
  top->addStretch(1);
  const auto button = [&](const QString& text, const QString& name, auto slot) {
    auto* made = new QToolButton(this);
    made->setText(text);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::StrongFocus);
    connect(made, &QToolButton::clicked, this, slot);
    top->addWidget(made);
  };
  button(QStringLiteral("−"), tr("Diagram smaller"), [this] { zoom(0.8); });
  button(QStringLiteral("+"), tr("Diagram larger"), [this] { zoom(1.25); });
  button(tr("Fit"), tr("Fit the diagram into its place"), [this] {
    m_fitted = true;
    fitDiagram();
  });

  m_diagram->setAccessibleName(tr("Structure of the model, drawn"));
  m_diagram->setAccessibleDescription(inWords(diagram_caption));
  m_scroll->setWidget(m_diagram);
  m_scroll->setAlignment(Qt::AlignCenter);
  m_scroll->setFrameShape(QFrame::StyledPanel);
  m_scroll->setFocusPolicy(Qt::StrongFocus);
  m_scroll->setAccessibleName(m_diagram->accessibleName());
  m_scroll->setBackgroundRole(QPalette::Base);
  m_scroll->viewport()->installEventFilter(this);
  auto* left = new QWidget(this);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_scroll, 1);
  column->addWidget(m_note);

  // No column narrower than its longest word.
  m_text->setWordWrapMode(QTextOption::WordWrap);
  // Widths are rounded up: for a pixel or two nobody needs a bar.
  connect(m_text->horizontalScrollBar(), &QScrollBar::rangeChanged, m_text, [this](int, int most) {
    m_text->setHorizontalScrollBarPolicy(most <= roundedUp ? Qt::ScrollBarAlwaysOff
                                                           : Qt::ScrollBarAsNeeded);
  });
  m_text->setOpenExternalLinks(true);
  m_text->setAccessibleName(tr("Model card"));
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(left);
  both->addWidget(m_text);
  both->setSizes({380, 560});
  both->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 6, 4, 2);
  layout->addLayout(top);
  layout->addWidget(both, 1);

  connect(m_model, &QComboBox::activated, this,
          [this] { setModel(m_model->currentData().toString()); });
  connect(m_catalog, &ModelCatalog::loaded, this, [this] {
    fillModels();
    refresh();
  });
  connect(&m_runner, &BackgroundRunner::delivered, this,
          [this](const BackgroundRunner::Answer& answer) {
            showCard(*std::static_pointer_cast<const ModelCard>(answer));
          });
  connect(&m_runner, &BackgroundRunner::failed, this, &ModelCardPanel::showFailure);
  fillModels();
}

void ModelCardPanel::fillModels() {
  const QSignalBlocker quiet(m_model);
  m_model->clear();
  for (const CatalogEntry& entry : m_catalog->catalog().entries) {
    if (entry.model) {
      const QString id = QString::fromStdString(entry.id);
      m_model->addItem(id, id);
      m_model->setItemData(m_model->count() - 1, inWords(entry.model->title), Qt::ToolTipRole);
    }
  }
  m_model->setCurrentIndex(m_model->findData(m_wanted));
}

void ModelCardPanel::setModel(const QString& id) {
  m_wanted = id;
  m_model->setCurrentIndex(m_model->findData(id));
  refresh();
}

void ModelCardPanel::refresh() {
  const ModelPtr model = m_catalog->share(m_wanted.toStdString());
  if (!model || !isVisible() || model == m_shown) {
    return;
  }
  m_shown = model;
  m_runner.submit([model, words = wordsInUse()](const RunControl&) {
    return BackgroundRunner::Answer(
        std::make_shared<const ModelCard>(writeModelCard(*model, words)));
  });
}

void ModelCardPanel::showCard(const ModelCard& card) {
  m_text->setHtml(card.html);
  m_diagram->setDiagram(card.diagram);
  m_note->setText(inWords(diagram_caption));
  m_fitted = true;
  fitDiagram();
  // A drawing that is larger than its place is read from the middle of its top.
  QScrollBar* across = m_scroll->horizontalScrollBar();
  across->setValue((across->minimum() + across->maximum()) / 2);
  m_scroll->verticalScrollBar()->setValue(0);
}

void ModelCardPanel::showFailure(const Diagnostic& problem) {
  m_shown.reset();  // tried again when somebody comes back
  m_text->setPlainText(sentence(problem));
  m_diagram->clear();
  m_note->clear();
}

void ModelCardPanel::fitDiagram() {
  if (!m_fitted || m_diagram->isEmpty()) {
    return;
  }
  const QSizeF room = m_scroll->maximumViewportSize();
  const QSizeF natural = m_diagram->natural();
  m_diagram->setScale(
      std::clamp(std::min(room.width() / natural.width(), room.height() / natural.height()),
                 smallestFit, largestFit));
}

void ModelCardPanel::zoom(double factor) {
  m_fitted = false;
  m_diagram->setScale(std::clamp(m_diagram->scale() * factor, smallest, largest));
}

void ModelCardPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void ModelCardPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitDiagram();
}

bool ModelCardPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_scroll->viewport()) {
    if (event->type() == QEvent::Resize) {
      fitDiagram();
    } else if (event->type() == QEvent::Wheel) {
      const auto* wheel = static_cast<QWheelEvent*>(event);
      if ((wheel->modifiers() & Qt::ControlModifier) != 0) {
        zoom(wheel->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
        return true;
      }
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace ketascope
