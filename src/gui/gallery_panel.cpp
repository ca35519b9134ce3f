// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/gallery_panel.h"

#include "session/gallery_model.h"
#include "ui_gallery_panel.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace overlap::gui {

namespace {

constexpr int chapterIndent = 9;

} // namespace

GalleryPanel::GalleryPanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::GalleryPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->noMatchLabel->hide();
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered.setRecursiveFilteringEnabled(true);
    m_filtered.setAutoAcceptChildRows(true);
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &GalleryPanel::filter);
    connect(m_ui->searchField, &QLineEdit::returnPressed, this, &GalleryPanel::openFirst);
    m_ui->searchField->installEventFilter(this);
    m_ui->galleryLayout->setStretchFactor(m_ui->galleryTree, 1);
    m_ui->galleryLayout->addStretch(0);
}

GalleryPanel::~GalleryPanel() = default;

void GalleryPanel::setModel(session::GalleryModel* model)
{
    m_model = model;
    m_filtered.setSourceModel(model);
    m_ui->galleryTree->setModel(&m_filtered);
    m_ui->galleryTree->expandAll();
    connect(m_ui->galleryTree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                const QString id = current.data(session::GalleryModel::idRole).toString();
                if (m_selecting || id.isEmpty())
                    return;
                Q_EMIT chosen(id);
                // Not opened: it could not be read, or the person thought again.
                if (m_open != id)
                    QMetaObject::invokeMethod(
                        this, [this] { select(m_open); }, Qt::QueuedConnection);
            });
}

void GalleryPanel::setAdvisor(QAction* action)
{
    m_advisor = new QToolButton(this);
    m_advisor->setObjectName(QStringLiteral("advisorLink"));
    m_advisor->setDefaultAction(action);
    connect(action, &QAction::changed, this, &GalleryPanel::showAdvisor);
    m_advisorLine = new QHBoxLayout;
    m_advisorLine->addWidget(m_advisor);
    m_advisorLine->addStretch(1);
    m_ui->galleryLayout->addLayout(m_advisorLine);
    showAdvisor();
}

void GalleryPanel::showAdvisor()
{
    if (!m_advisor)
        return;
    const QAction* action = m_advisor->defaultAction();
    const bool compact = m_strip != nullptr;
    m_advisorLine->setContentsMargins(compact ? 0 : chapterIndent, 0, 0, 0);
    m_advisor->setProperty("role", compact ? QStringLiteral("chapter") : QStringLiteral("link"));
    m_advisor->setText(compact ? QStringLiteral("?") : action->iconText());
    m_advisor->setAccessibleName(action->iconText());
    m_advisor->style()->unpolish(m_advisor);
    m_advisor->style()->polish(m_advisor);
}

void GalleryPanel::setFiles(const QStringList& paths)
{
    m_selecting = true; // what the tree makes of it is no choice
    m_model->setFiles(paths);
    m_ui->galleryTree->expandAll();
    m_selecting = false;
    select(m_open);
}

void GalleryPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GalleryPanel::retranslate()
{
    m_ui->retranslateUi(this);
    if (!m_model)
        return;
    m_selecting = true; // the model is made anew, which is no choice
    m_model->retranslate();
    m_selecting = false;
    filter(m_ui->searchField->text());
    select(m_open);
}

void GalleryPanel::select(const QString& id)
{
    m_open = id;
    m_selecting = true;
    const QModelIndex index = m_filtered.mapFromSource(m_model->indexOf(id));
    m_ui->galleryTree->setCurrentIndex(index);
    m_selecting = false;
    if (m_strip) {
        delete m_strip;
        makeStrip();
    }
}

bool GalleryPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool press = event->type() == QEvent::KeyPress;
        if (key->key() == Qt::Key_Escape && !m_ui->searchField->text().isEmpty()) {
            event->accept(); // clears the words instead of stopping a run
            if (press)
                m_ui->searchField->clear();
            return true;
        }
        if (press && key->key() == Qt::Key_Down) {
            m_ui->galleryTree->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void GalleryPanel::openFirst()
{
    const QModelIndexList found = m_filtered.match(m_filtered.index(0, 0), session::GalleryModel::idRole,
                                                   QString(), 1, Qt::MatchStartsWith | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_ui->galleryTree->setCurrentIndex(found.first());
}

void GalleryPanel::filter(const QString& words)
{
    m_filtered.setFilterFixedString(words);
    m_ui->galleryTree->expandAll();
    const bool none = m_filtered.rowCount() == 0;
    m_ui->noMatchLabel->setVisible(none);
    m_ui->galleryTree->setVisible(!none);
}

void GalleryPanel::setCompact(bool compact)
{
    if (compact == (m_strip != nullptr))
        return;
    m_ui->searchField->setVisible(!compact);
    m_ui->galleryTree->setVisible(!compact);
    delete m_strip;
    m_strip = nullptr;
    if (compact)
        makeStrip();
    showAdvisor();
}

void GalleryPanel::makeStrip()
{
    m_strip = new QWidget(this);
    auto* column = new QVBoxLayout(m_strip);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (int chapter = 0; chapter < m_model->rowCount(); ++chapter) {
        const QStandardItem* item = m_model->item(chapter);
        auto* button = new QToolButton(m_strip);
        button->setProperty("role", QStringLiteral("chapter"));
        button->setText(item->data(session::GalleryModel::signRole).toString());
        button->setToolTip(item->text());
        const QModelIndex current = m_filtered.mapToSource(m_ui->galleryTree->currentIndex());
        button->setProperty("current", current.parent() == item->index());
        button->setAccessibleName(item->text());
        button->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(button);
        for (int row = 0; row < item->rowCount(); ++row) {
            const QString id = item->child(row)->data(session::GalleryModel::idRole).toString();
            connect(
                menu->addAction(item->child(row)->text()), &QAction::triggered, this,
                [this, id] { Q_EMIT chosen(id); },
                Qt::QueuedConnection); // the strip, and this menu with it, is made anew
        }
        button->setMenu(menu);
        column->addWidget(button);
    }
    column->addStretch(1);
    m_ui->galleryLayout->insertWidget(0, m_strip, 1);
    m_strip->show();
}

void GalleryPanel::focusSearch()
{
    m_ui->searchField->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchField->selectAll();
}

} // namespace overlap::gui
