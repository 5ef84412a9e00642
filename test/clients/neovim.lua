-- Drives Neovim with the configuration of docs/editors.md: waits for findings, chooses rewrites, saves, and writes down what it saw.
local choices = {'outcome-should', 'unfortunately-lead'}
local chosen = {}

local function fail(what)
  vim.fn.writefile({'Waited in vain for ' .. what}, vim.env.POISE_SEEN)
  vim.cmd('cquit!')
end

local function await(what, test)
  if not vim.wait(20000, test, 50) then fail(what) end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function findings()
  local list = vim.diagnostic.get(0)
  table.sort(list, function(a, b) return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col) end)
  return list
end

local function described()
  return vim.tbl_map(function(each)
    local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, false)[1]
    return {each.user_data.lsp.code, line:sub(each.col + 1, each.end_col)}
  end, findings())
end

-- The rewrite of a finding stands before the ways to silence it.
vim.ui.select = function(items, options, choose)
  local _, rewrite = next(vim.tbl_filter(function(item) return item[2].title:match('^Change to') or item[2].title:match('^Remove') end, items))
  table.insert(chosen, rewrite[2].title)
  choose(rewrite)
end

await('findings', function() return #findings() > 1 end)
local seen = {findings = described()}
for _, rule in ipairs(choices) do
  local function wanted()
    return vim.tbl_filter(function(each) return each.user_data.lsp.code == rule end, findings())
  end
  local finding, before = wanted()[1], text()
  vim.api.nvim_win_set_cursor(0, {finding.lnum + 1, finding.col})
  vim.lsp.buf.code_action()
  await('the rewrite of ' .. rule, function() return text() ~= before end)
  await('the end of ' .. rule, function() return #wanted() == 0 end)
end
seen.chosen = chosen
seen.text = text()
seen.after = vim.tbl_map(function(each) return each[1] end, described())
vim.cmd('silent write')
vim.fn.writefile({vim.fn.json_encode(seen)}, vim.env.POISE_SEEN)
vim.cmd('quitall!')
