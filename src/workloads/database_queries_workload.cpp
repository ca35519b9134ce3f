// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/database_queries_workload.h"

#include "core/text.h"
#include "workloads/checksum.h"
#include "workloads/count_parameter.h"
#include "workloads/sqlite.h"

#include <array>
#include <mutex>

namespace overlap::workloads {

using core::Message;
using core::Value;
namespace fs = std::filesystem;

namespace {

/// Random figures of the data, apart from those of the tasks.
constexpr core::StageIndex generating = 0xFFFE;
constexpr std::uint64_t days = 1000;
constexpr std::array<const char*, 8> cities{"Aachen",  "Bremen", "Dresden", "Erfurt",
                                            "Hamburg", "Kiel",   "Leipzig", "Mainz"};
/// What one query of a range looks at.
constexpr std::uint64_t daysOfQuery = 300;

struct Kind
{
    const char* name; ///< as those who write SQL call it, in every language
    const char* label;
    const char* sql; ///< ?1 and ?2: the customer, or the first and the last day
};

/// Every third query is of the same kind.
constexpr std::array<Kind, 3> kinds{
    {{"lookup", OVERLAP_TR_NOOP("Items", "lookup %1"),
      "SELECT id, day, cents FROM orders WHERE customer = ?1 ORDER BY id"},
     {"join", OVERLAP_TR_NOOP("Items", "join %1"),
      "SELECT city, count(*), sum(cents) FROM orders JOIN customers ON customers.id = orders.customer "
      "WHERE day BETWEEN ?1 AND ?2 GROUP BY city ORDER BY city"},
     {"scan", OVERLAP_TR_NOOP("Items", "scan %1"),
      "SELECT id, customer, cents FROM orders WHERE day BETWEEN ?1 AND ?2 "
      "ORDER BY cents DESC, id LIMIT 100"}}};

/// Connections that tasks borrow. Any thread.
class ConnectionPool
{
public:
    ConnectionPool(const fs::path& file, std::size_t connections) : m_permits(static_cast<int>(connections))
    {
        for (std::size_t i = 0; i < connections; ++i)
            m_free.push_back(std::make_unique<SqliteConnection>(file, SqliteConnection::Access::readOnly));
    }

    /// To be acquired before a connection is borrowed, and held until it is given back.
    core::Semaphore& permits() { return m_permits; }

    std::unique_ptr<SqliteConnection> borrow()
    {
        const std::lock_guard lock(m_mutex);
        auto connection = std::move(m_free.back());
        m_free.pop_back();
        return connection;
    }
    void giveBack(std::unique_ptr<SqliteConnection> connection)
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(connection));
    }

private:
    core::Semaphore m_permits;
    std::mutex m_mutex; // protects m_free
    std::vector<std::unique_ptr<SqliteConnection>> m_free;
};

/// One connection for as long as a query takes, which the context may interrupt.
class Borrowed
{
public:
    Borrowed(ConnectionPool& pool, const core::TaskContext& context)
        : m_pool(pool)
        , m_connection(pool.borrow())
    {
        m_connection->setInterruption([&context] { return context.cancelled(); });
    }
    ~Borrowed()
    {
        m_connection->setInterruption({});
        m_pool.giveBack(std::move(m_connection));
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;

    SqliteConnection& connection() { return *m_connection; }

private:
    ConnectionPool& m_pool;
    std::unique_ptr<SqliteConnection> m_connection;
};

struct Answer
{
    std::int64_t rows = 0;
    Checksum checksum;
};

Answer answerOf(SqliteConnection& connection, const Kind& kind, std::int64_t first, std::int64_t last)
{
    SqliteStatement statement(connection, kind.sql);
    statement.bind(1, first);
    if (kind.sql != kinds.front().sql)
        statement.bind(2, last);
    Answer answer;
    while (statement.step()) {
        ++answer.rows;
        for (int column = 0; column < statement.columns(); ++column)
            answer.checksum.add(std::string_view(statement.text(column)));
    }
    return answer;
}

class DatabaseQueriesWorkload final : public core::Workload
{
public:
    explicit DatabaseQueriesWorkload(const Value& parameters)
        : m_queries(countOf(parameters, "queries"))
        , m_customers(countOf(parameters, "customers"))
        , m_orders(countOf(parameters, "orders"))
        , m_connections(countOf(parameters, "connections"))
    {}

    core::WorkloadNeeds needs() const override { return {.scratch = true}; }
    void prepare(const core::WorkloadSetting& setting) override
    {
        generate(fileIn(setting), setting);
        m_pool = std::make_unique<ConnectionPool>(fileIn(setting), m_connections);
    }
    /// Each process has its own pool of as many connections.
    void attach(const core::WorkloadSetting& setting, const Value&) override
    {
        m_pool = std::make_unique<ConnectionPool>(fileIn(setting), m_connections);
    }

    Message describe() const override
    {
        const std::vector<core::Argument> figures{std::to_string(m_queries), std::to_string(m_orders),
                                                  std::to_string(m_connections)};
        return m_connections == 1
                   ? Message(OVERLAP_TR_NOOP("Messages", "queries: %1, to an SQLite database of %2 orders, "
                                                         "over one connection"),
                             figures)
                   : Message(OVERLAP_TR_NOOP("Messages", "queries: %1, to an SQLite database of %2 orders, "
                                                         "over a pool of %3 connections"),
                             figures);
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "query"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_queries; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(kindOf(index).label, {std::to_string(index / kinds.size() + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const Kind& kind = kindOf(static_cast<std::size_t>(input.asInteger()));
        core::Random random = context.random();
        const bool lookup = kind.sql == kinds.front().sql;
        const auto first =
            static_cast<std::int64_t>(1 + random.below(lookup ? m_customers : days - daysOfQuery));
        const auto last = first + static_cast<std::int64_t>(daysOfQuery);
        const core::Permit permit = co_await context.acquire(m_pool->permits());
        Borrowed borrowed(*m_pool, context);
        // SQLite gives an interpreter's lock back while it works; what it reads is in memory by now.
        const Answer answer =
            co_await context.native([&] { return answerOf(borrowed.connection(), kind, first, last); });
        Value result = Value::object();
        result.set("query", Value(input.asInteger() + 1));
        result.set("kind", kind.name);
        result.set("rows", answer.rows);
        result.set("checksum", answer.checksum.text());
        co_return result;
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"query", OVERLAP_TR_NOOP("Workloads", "Query"), ParameterKind::integer},
                {"kind", OVERLAP_TR_NOOP("Workloads", "Kind"), ParameterKind::text},
                {"rows", OVERLAP_TR_NOOP("Workloads", "Rows"), ParameterKind::integer},
                {"checksum", OVERLAP_TR_NOOP("Workloads", "Checksum"), ParameterKind::text}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        std::int64_t rows = 0;
        for (const Value* result : results)
            rows += result->find("rows")->asInteger();
        Value summary = Value::object();
        summary.set("rows", rows);
        return summary;
    }

private:
    static const Kind& kindOf(std::size_t index) { return kinds[index % kinds.size()]; }
    static fs::path fileIn(const core::WorkloadSetting& setting) { return setting.scratch / "orders.sqlite"; }

    void generate(const fs::path& file, const core::WorkloadSetting& setting) const
    {
        SqliteConnection database(file, SqliteConnection::Access::create);
        database.setInterruption([&setting] { return setting.stop.stop_requested(); });
        database.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, city TEXT NOT NULL);"
                         "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, "
                         "day INTEGER NOT NULL, cents INTEGER NOT NULL);"
                         "BEGIN");
        core::Random random = core::Random::of(setting.seed, 0, generating);
        SqliteStatement customer(database, "INSERT INTO customers (city) VALUES (?1)");
        for (std::uint64_t i = 0; i < m_customers; ++i) {
            customer.bind(1, std::string_view(cities[random.below(cities.size())]));
            customer.step();
        }
        SqliteStatement order(database, "INSERT INTO orders (customer, day, cents) VALUES (?1, ?2, ?3)");
        constexpr std::uint64_t mostCents = 100'000;
        for (std::uint64_t i = 0; i < m_orders; ++i) {
            // A statement this short is over before it is asked about its interruption.
            if (setting.stop.stop_requested())
                throw core::Cancelled();
            order.bind(1, static_cast<std::int64_t>(1 + random.below(m_customers)));
            order.bind(2, static_cast<std::int64_t>(1 + random.below(days)));
            order.bind(3, static_cast<std::int64_t>(1 + random.below(mostCents)));
            order.step();
        }
        database.execute("CREATE INDEX by_customer ON orders (customer);"
                         "CREATE INDEX by_day ON orders (day);"
                         "COMMIT");
    }

    std::size_t m_queries;
    std::uint64_t m_customers;
    std::uint64_t m_orders;
    std::size_t m_connections;
    std::unique_ptr<ConnectionPool> m_pool; ///< from prepare() or attach() on
};

} // namespace

core::WorkloadDescriptor databaseQueriesWorkload()
{
    return {
        .id = "database-queries",
        .title = OVERLAP_TR_NOOP("Workloads", "Database queries"),
        .parameters =
            {countParameter("queries", OVERLAP_TR_NOOP("Workloads", "Queries"),
                            OVERLAP_TR_NOOP("Workloads", "How many there are: in turn a lookup, a join with "
                                                         "sums, and a scan of a range."),
                            48, 100'000),
             countParameter("connections", OVERLAP_TR_NOOP("Workloads", "Connections"),
                            OVERLAP_TR_NOOP("Workloads",
                                            "How many the pool has; a query that finds none free "
                                            "waits. Each worker process has a pool of its own."),
                            2, 64),
             countParameter("customers", OVERLAP_TR_NOOP("Workloads", "Customers"),
                            OVERLAP_TR_NOOP("Workloads", "Of the generated database."), 2'000, 1'000'000),
             countParameter("orders", OVERLAP_TR_NOOP("Workloads", "Orders"),
                            OVERLAP_TR_NOOP("Workloads", "Of the generated database. More of them make the "
                                                         "queries longer."),
                            200'000, 5'000'000)},
        .check = {},
        .make = [](const Value& parameters) {
            return std::make_unique<DatabaseQueriesWorkload>(parameters);
        }};
}

} // namespace overlap::workloads
